package io.impsh.sandbox.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One caller: request, answer, request, answer, until one of the two has had enough. */
final class Connection {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** How much of what a refused caller goes on sending is thrown away, so that it comes to read the answer. */
    private static final int LEFTOVERS = 128 * 1024 * 1024;

    private static final int LEFTOVERS_MILLISECONDS = 1000;

    private final Socket socket;
    private final HttpHandler handler;
    private final Duration patience;

    Connection(Socket socket, HttpHandler handler, Duration patience) {
        this.socket = socket;
        this.handler = handler;
        this.patience = patience;
    }

    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            ConnectionInput in = new ConnectionInput(socket, patience);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            try {
                while (in.awaitRequest() && answered(in, out)) {
                    // The next request may be there already.
                }
            } catch (HttpProblem problem) {
                handler.refuse(problem, HttpAnswer.last(socket, in, out));
                discardRest();
            }
        } catch (IOException e) {
            // The caller has gone, which is its right.
        }
    }

    /** Whether the connection goes on. */
    private boolean answered(ConnectionInput in, OutputStream out) throws IOException {
        RequestHead head = RequestHead.read(in);
        RequestBody body = RequestBody.of(head.headers());
        if (head.expectsContinue() && !body.isEmpty()) {
            out.write(CONTINUE);
            out.flush();
        }
        HttpRequest request = new HttpRequest(
                head.line().method(),
                head.line().target(),
                head.headers(),
                body.read(in),
                socket.getInetAddress().getHostAddress(),
                socket.getLocalPort());
        HttpAnswer answer = HttpAnswer.to(head, socket, in, out);
        handler.handle(request, answer);
        return answer.goesOn();
    }

    /** Closing with unread bytes would reset the connection, and the caller might never see why it was refused. */
    private void discardRest() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LEFTOVERS_MILLISECONDS);
        byte[] waste = new byte[8192];
        int read = 0;
        for (int total = 0; read >= 0 && total < LEFTOVERS; total += read) {
            read = socket.getInputStream().read(waste);
        }
    }
}
