package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.model.Entity;
import org.graalvm.polyglot.Value;

/** An entity as scripts see it: a read-only view with verbs. */
final class EntityObject<T extends Entity> extends HostObject<Handle<T>> {
    EntityObject(HostType<Handle<T>> type, Handle<T> handle, Host host) {
        super(type, handle, host);
    }

    @Override
    UserException readOnly(String name, Value value) {
        MemberDoc member =
                type().member(name) == null ? null : type().member(name).doc();
        if (member == null) {
            return new UserException(
                    "READ_ONLY_OBJECT",
                    article(type().name()) + " has no property '" + name + "'" + Nearest.question(name, memberNames()),
                    "entities are read-only here");
        }
        String instead = value == null ? null : instead(name, value);
        return new UserException(
                "READ_ONLY_OBJECT", "entities are read-only here" + (instead == null ? "" : "; use " + instead), null);
    }

    /** The verb that does what the assignment meant, or {@code null}. */
    private String instead(String name, Value value) {
        if (name.equals("name") && type().member("rename") != null) {
            return "rename(" + literal(value) + ")";
        } else if (name.equals("group") && type().member("assignTo") != null) {
            return "assignTo(" + literal(value) + ")";
        }
        HostType.Member<Handle<T>> update = type().member("update");
        boolean updatable = update != null
                && update.doc().arguments().get(0).options().stream()
                        .anyMatch(option -> option.name().equals(name));
        return updatable ? "update({" + name + ": " + literal(value) + "})" : null;
    }

    private static String literal(Value value) {
        boolean scalar = value.isString() || value.isNumber() || value.isBoolean();
        return scalar ? value.isString() ? "'" + value.asString() + "'" : value.toString() : "…";
    }
}
