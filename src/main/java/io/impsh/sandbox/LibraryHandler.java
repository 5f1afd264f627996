package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Libraries that code may require: a list that never changes. */
final class LibraryHandler {
    private final List<Library> libraries = new ArrayList<>();
    /** Of its own, so that the ids do not depend on anything else. */
    private final Ids ids = new Ids(12);

    LibraryHandler() {
        supported("Promise.lib.nut", "4.0.0", "3.0.1", "3.0.0", "2.0.0");
        supported("JSONEncoder.class.nut", "2.0.0", "1.0.0", "0.7.0");
        supported("JSONParser.class.nut", "1.0.1", "1.0.0");
        supported("MessageManager.lib.nut", "2.4.0", "2.3.0", "2.2.0", "1.0.2");
        supported("ConnectionManager.lib.nut", "3.1.1", "3.1.0", "3.0.0", "2.1.1");
        supported("Rocky.agent.lib.nut", "3.0.1", "3.0.0");
        supported("SPIFlashLogger.device.lib.nut", "2.2.0", "2.1.0", "2.0.0");
        supported("WS2812.class.nut", "3.0.0", "2.0.2", "1.0.0");
        retired("Bullwinkle.class.nut", "2.3.2", "2.3.1", "2.0.2");
        retired("Rocky.class.nut", "2.0.2", "2.0.1", "1.3.0");
        retired("Serializer.class.nut", "1.0.0");
    }

    void addTo(Router router) {
        router.add("GET", "/v5/libraries", call -> Reply.list(call, libraries));
    }

    private void supported(String name, String... versions) {
        libraries.add(new Library(ids.resource(), name, true, List.of(versions)));
    }

    private void retired(String name, String... versions) {
        libraries.add(new Library(ids.resource(), name, false, List.of(versions)));
    }
}
