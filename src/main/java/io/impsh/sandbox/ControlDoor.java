package io.impsh.sandbox;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The side door's calls for the sandbox as a whole: its faults, its state, and back to the start. */
final class ControlDoor {
    private final Sandbox sandbox;
    private final Store store;
    private final Finder finder;

    ControlDoor(Sandbox sandbox, Store store) {
        this.sandbox = sandbox;
        this.store = store;
        this.finder = new Finder(store);
    }

    void addTo(Router router) {
        router.addOpen("POST", "/sandbox/faults", this::faults)
                .addOpen("POST", "/sandbox/streams/close", this::closeStreams)
                .addOpen("POST", "/sandbox/reset", this::reset)
                .addOpen("GET", "/sandbox/state", call -> Reply.json(200, this::writeState));
    }

    private Reply faults(Call call) {
        DoorRequest request = DoorRequest.of(call, List.of("faults"));
        String specification =
                request.text("faults").orElseThrow(() -> DoorRequest.refused("faults", "is required; it may be empty"));
        try {
            sandbox.setFaults(specification);
        } catch (IllegalArgumentException unreadable) {
            throw ApiError.invalid(unreadable.getMessage() + ".").at("/faults").exception();
        }
        return Reply.noContent();
    }

    private Reply closeStreams(Call call) {
        DoorRequest request = DoorRequest.of(call, List.of("account"));
        Account account = finder.account(request.text("account").orElse(Seed.USER));
        int closed = sandbox.simulation().streams().closeAll(account);
        return Reply.json(200, out -> {
            out.writeStartObject();
            out.writeNumberProperty("closed", closed);
            out.writeEndObject();
        });
    }

    private Reply reset(Call call) {
        DoorRequest.of(call, List.of());
        sandbox.reset();
        return Reply.noContent();
    }

    private void writeState(JsonGenerator out) {
        Recount recount = sandbox.recount();
        out.writeStartObject();
        out.writeNumberProperty("products", store.products().size());
        out.writeNumberProperty("devices", recount.devices());
        out.writeNumberProperty("unassigned", recount.unassigned());
        writeCounts(out, "groups", recount.devicesByGroup());
        writeCounts(out, "assignments", recount.assignmentsByDevice());
        writeCounts(out, "unassignments", recount.unassignmentsByDevice());
        writeCounts(out, "restarts", recount.restartsByDevice());
        writeCounts(out, "requests", recount.requests());
        out.writeNumberProperty("rateLimited", recount.rateLimited());
        out.writeStringProperty("faults", sandbox.faults());
        writeCounts(out, "faulted", recount.faults());
        writeCounts(out, "webhooks", recount.webhooks());
        sandbox.unsaved().ifPresent(why -> out.writeStringProperty("unsaved", why));
        out.writeEndObject();
    }

    private static void writeCounts(JsonGenerator out, String name, Map<String, Integer> counts) {
        out.writeObjectPropertyStart(name);
        counts.forEach(out::writeNumberProperty);
        out.writeEndObject();
    }
}
