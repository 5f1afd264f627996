package io.impsh.api;

import io.impsh.model.Library;
import io.impsh.model.LoginKey;
import io.impsh.model.RefreshToken;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes what hangs on accounts of resources, as {@link EntityReader} makes the rest. */
final class AccessReader {
    private AccessReader() {}

    static LoginKey loginKey(Resource resource) {
        Attributes read = new Attributes(resource);
        return new LoginKey(
                resource.id(),
                read.text("description"),
                read.number("usages"),
                read.time("created_at"),
                read.time("updated_at"),
                false,
                resource.raw());
    }

    static RefreshToken refreshToken(Resource resource) {
        Attributes read = new Attributes(resource);
        return new RefreshToken(resource.id(), read.time("created_at"), read.time("last_used_at"), resource.raw());
    }

    static Library library(Resource resource) {
        Attributes read = new Attributes(resource);
        List<String> versions = new ArrayList<>();
        for (JsonNode version : resource.tree().path("relationships").path("versions")) {
            if (version.path("id").isString()) {
                versions.add(version.path("id").stringValue());
            }
        }
        return new Library(
                resource.id(), read.text("name"), read.flag("supported"), List.copyOf(versions), resource.raw());
    }
}
