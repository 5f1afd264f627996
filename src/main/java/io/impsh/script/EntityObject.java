package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Entity;

/** An entity as scripts see it: a read-only view with verbs. */
final class EntityObject<T extends Entity> extends HostObject<Handle<T>> {
    EntityObject(HostType<Handle<T>> type, Handle<T> handle, Host host) {
        super(type, handle, host);
    }

    @Override
    UserException readOnly(String name) {
        if (type().member(name) == null) {
            return new UserException(
                    "READ_ONLY_OBJECT",
                    article(type().name()) + " has no property '" + name + "', and entities are read-only here",
                    null);
        }
        String instead = name.equals("name") && type().member("rename") != null
                ? "rename('…')"
                : name.equals("group") && type().member("assignTo") != null
                        ? "assignTo(group)"
                        : type().member("update") != null ? "update({" + name + ": …})" : null;
        return new UserException(
                "READ_ONLY_OBJECT", "entities are read-only here" + (instead == null ? "" : "; use " + instead), null);
    }
}
