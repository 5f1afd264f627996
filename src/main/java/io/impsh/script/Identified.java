package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Device;
import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The entities that a list of identifiers means: one by one when they are few, by a listing when they are many. */
final class Identified<T extends Entity> {
    private static final int FEW = 20;

    private final EntityKind<T> kind;
    private final Host host;

    Identified(EntityKind<T> kind, Host host) {
        this.kind = kind;
        this.host = host;
    }

    /** In the order given, each once. */
    List<T> all(List<String> identifiers) {
        Map<String, T> found = new LinkedHashMap<>();
        if (identifiers.size() <= FEW) {
            identifiers.forEach(identifier -> put(found, host.directory().get(kind, identifier)));
            return List.copyOf(found.values());
        }
        host.directory().changed(kind);
        Map<String, List<T>> known = byAnyIdentifier();
        for (String identifier : identifiers) {
            put(found, one(identifier, known.getOrDefault(key(identifier), List.of())));
        }
        return List.copyOf(found.values());
    }

    private void put(Map<String, T> found, T entity) {
        found.putIfAbsent(entity.id(), entity);
    }

    private T one(String identifier, List<T> matches) {
        List<T> exact = matches.stream()
                .filter(entity -> entity.name() == null
                        || !entity.name().equalsIgnoreCase(identifier)
                        || entity.name().equals(identifier))
                .toList();
        // None, several, or a form that only the directory knows: it finds it or words the error.
        return exact.size() == 1 ? exact.get(0) : host.directory().get(kind, identifier);
    }

    private Map<String, List<T>> byAnyIdentifier() {
        Map<String, List<T>> known = new HashMap<>();
        for (T entity : host.directory().listing(kind)) {
            add(known, entity.id(), entity);
            add(known, entity.name(), entity);
            if (entity instanceof Device device) {
                add(known, device.macAddress(), entity);
                add(known, device.agentId(), entity);
            }
        }
        return known;
    }

    private void add(Map<String, List<T>> known, String identifier, T entity) {
        if (identifier != null && !identifier.isEmpty()) {
            known.computeIfAbsent(key(identifier), unused -> new ArrayList<>()).add(entity);
        }
    }

    private static String key(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    /** The one that an argument means; of an entity that is known nothing is asked. */
    @SuppressWarnings("unchecked") // an object of the kind holds entities of the kind
    static <T extends Entity> T entity(EntityKind<T> kind, Value value, Host host) {
        if (value.isProxyObject()
                && value.asProxyObject() instanceof EntityObject<?> object
                && object.self().kind() == kind) {
            return ((Handle<T>) object.self()).entity(host);
        }
        return host.directory().get(kind, identifier(kind, value, host));
    }

    /** What {@code of} and verbs take: an entity of the kind or a text that identifies one. */
    static String identifier(EntityKind<?> kind, Value value, Host host) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isProxyObject()
                && value.asProxyObject() instanceof EntityObject<?> object
                && object.self().kind() == kind) {
            Handle<?> handle = object.self();
            return handle.isAlias() ? handle.entity(host).id() : handle.id();
        }
        throw new UserException(
                "USAGE",
                "expected " + HostObject.article(kind.typeName()) + " or its name, not "
                        + host.values().describe(value),
                null);
    }
}
