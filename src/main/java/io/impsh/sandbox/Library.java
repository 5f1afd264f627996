package io.impsh.sandbox;

import java.util.List;

/**
 * A published Squirrel library.
 *
 * @param supported whether its makers still look after it
 * @param versions newest first
 */
record Library(String id, String name, boolean supported, List<String> versions) implements Resource {
    @Override
    public void write(ResourceWriter out) {
        out.begin("library", id, "/libraries")
                .text("name", name)
                .flag("supported", supported)
                .relationships()
                .relations(
                        "versions",
                        "library_version",
                        versions.stream().map(version -> name + ":" + version).toList())
                .end();
    }
}
