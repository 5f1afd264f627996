package io.impsh.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What goes to the sandbox itself and not to the service it plays: calls under {@code /sandbox/} for tests and scripts,
 * without a token, and without faults, latency, rate limit or counts. For programs of this machine only.
 */
final class SideDoor {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1])(:\\d*)?");

    private final Store store;
    private final Router router = new Router();

    SideDoor(Sandbox sandbox, Store store, DeviceMaker maker, DeviceLogs logs) {
        this.store = store;
        new DeviceDoor(store, maker, logs).addTo(router);
        new ControlDoor(sandbox, store).addTo(router);
    }

    /** Never fails: what goes wrong in here is an answer as well. */
    Reply answer(Request request) {
        try {
            Router.Match match = router.match(request);
            refuseForeigners(request);
            synchronized (store) {
                try {
                    return match.route().handler().handle(new Call(request, null, match.parameters(), true));
                } finally {
                    store.changed(request);
                }
            }
        } catch (ApiException e) {
            return e.reply();
        } catch (RuntimeException | StackOverflowError e) {
            return Reply.errors(500, List.of(ApiError.internal()));
        }
    }

    /** A web page must not get in: neither by itself, nor under a name of its own that leads to this machine. */
    private static void refuseForeigners(Request request) {
        String host = request.header("Host");
        if (host != null && !LOOPBACK.matcher(host.strip()).matches()) {
            throw refused("Under /sandbox/ the host must be 127.0.0.1 or localhost, not '" + host + "'.");
        }
        if (request.header("Origin") != null) {
            throw refused("Under /sandbox/ no web page may ask; leave out the header Origin.");
        }
    }

    private static ApiException refused(String detail) {
        return new ApiError(403, "PX303", "Side Door Closed", detail).exception();
    }
}
