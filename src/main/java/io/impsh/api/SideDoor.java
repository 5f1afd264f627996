package io.impsh.api;

import io.impsh.model.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The calls of an embedded cloud for what its service has none: devices appear, are blessed, blinked up, turned on and
 * off, write logs; faults; log streams are closed; the state, and back to the start. Needs no login. A real cloud answers
 * {@link NotFoundException}.
 */
public final class SideDoor {
    private static final String DEVICES = "devices";

    private final Connector connector;
    private final RequestContext context;

    SideDoor(Connector connector, RequestContext context) {
        this.connector = connector;
        this.context = context;
    }

    /**
     * Adds devices.
     *
     * @param what of {@code count}, {@code name}, {@code impType}, {@code group}, {@code account} and {@code online} what
     *     is wanted
     * @return their ids
     */
    public List<String> addDevices(Map<String, ?> what) {
        ApiRequest request = ApiRequest.of("POST", "add devices to the sandbox", DEVICES)
                .harmfulTwice()
                .withBody(Json.write(what));
        List<String> ids = new ArrayList<>();
        send(request).document().other().path("ids").forEach(id -> ids.add(id.stringValue()));
        return ids;
    }

    /** @param group id or name of a production group; {@code null} for the target of the device's factory line */
    public void bless(String device, String group) {
        tell(device, "bless", group == null ? Map.of() : Map.of("group", group));
    }

    public void blinkUp(String device) {
        tell(device, "blinkup", Map.of());
    }

    public void setOnline(String device, boolean online) {
        tell(device, "online", Map.of("online", online));
    }

    /** Writes a line into the device's log, as if its code had. */
    public void log(String device, String type, String message) {
        tell(device, "log", Map.of("type", type, "msg", message));
    }

    private void tell(String device, String what, Map<String, ?> body) {
        ApiRequest request =
                ApiRequest.of("POST", what + " device " + device, DEVICES, Calls.id("device", device), what);
        send(request.harmfulTwice().withBody(Json.write(body)));
    }

    /** @param specification as the option {@code --faults} takes it; empty for none */
    public void setFaults(String specification) {
        send(ApiRequest.of("POST", "set the faults of the sandbox", "faults")
                .withBody(Json.write(Map.of("faults", specification))));
    }

    /** Closes the log streams of the account that owns the fleet, as another session of it does that opens too many. */
    public void closeStreams() {
        send(ApiRequest.of("POST", "close the log streams of the sandbox", "streams", "close")
                .withBody("{}"));
    }

    public void reset() {
        send(ApiRequest.of("POST", "reset the sandbox", "reset").withBody("{}"));
    }

    /** What it holds and has counted. */
    public RawJson state() {
        return new RawJson(send(ApiRequest.of("GET", "read the state of the sandbox", "state"))
                .body());
    }

    private ApiResponse send(ApiRequest request) {
        ApiResponse response = connector.send(request.in(context));
        if (!response.isSuccess()) {
            throw ErrorReader.exception(request, response);
        }
        return response;
    }
}
