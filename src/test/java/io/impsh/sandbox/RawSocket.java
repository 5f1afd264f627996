package io.impsh.sandbox;

import io.impsh.sandbox.http.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A request as bytes, and the answer as bytes, for what no HTTP client would send or accept. */
final class RawSocket {
    private RawSocket() {}

    /** Everything that came until the server closed the connection, without the ids of errors, which are never the same. */
    static String exchange(Sandbox sandbox, String request) {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return RawConnection.withoutErrorIds(answer);
        } catch (SocketException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String get(Sandbox sandbox, String target, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(
                sandbox, "GET " + target + " HTTP/1.1\r\nHost: sandbox.test\r\n" + more + "Connection: close\r\n\r\n");
    }
}
