package io.impsh.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that OkHttp must not send twice: on its own it would repeat a request after a 408, 421 or 503. */
final class SingleUseBody extends RequestBody {
    private final MediaType type;
    private final byte[] bytes;

    SingleUseBody(String type, String text) {
        this.type = MediaType.get(type);
        this.bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
