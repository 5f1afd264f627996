package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.GroupNames;
import io.impsh.bulk.Planner;
import io.impsh.bulk.Removal;
import io.impsh.model.Account;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** What verbs need to make a plan: a planner that knows names, and the devices that were meant. */
final class Plans {
    private Plans() {}

    static Planner planner(Host host) {
        return new Planner(host.client(), names(host));
    }

    private static GroupNames names(Host host) {
        return new GroupNames() {
            @Override
            public DeviceGroup group(String id) {
                return host.directory().listing(EntityKinds.GROUP).stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst()
                        .orElse(null);
            }

            @Override
            public String account(String id) {
                return host.directory().listing(EntityKinds.ACCOUNT).stream()
                        .filter(account -> account.id().equals(id))
                        .map(Account::username)
                        .findFirst()
                        .orElse(null);
            }
        };
    }

    /** What the options of a {@code remove} allow; asks for the unbond key when that is {@code 'ask'}. */
    static Removal removal(Call call) {
        Options options = call.options(0);
        return new Removal(options.flag("force"), options.flag("builds"), DeviceVerbs.unbondKey(call));
    }

    /** A query, one device, or an array of devices and identifiers. A bare collection is refused. */
    static List<Device> devices(Value value, Host host) {
        if (value.isProxyObject() && value.asProxyObject() instanceof QueryObject<?> object) {
            return ofQuery(object.self(), host);
        }
        List<String> identifiers = new ArrayList<>();
        if (value.hasArrayElements()) {
            for (long index = 0; index < value.getArraySize(); index++) {
                identifiers.add(Identified.identifier(EntityKinds.DEVICE, value.getArrayElement(index), host));
            }
        } else {
            identifiers.add(Identified.identifier(EntityKinds.DEVICE, value, host));
        }
        return new Identified<>(EntityKinds.DEVICE, host).all(identifiers);
    }

    /** The query that was given, or {@code null} when it was none. */
    static Query<?> selection(Value value) {
        return value.isProxyObject() && value.asProxyObject() instanceof QueryObject<?> object ? object.self() : null;
    }

    @SuppressWarnings("unchecked") // a query of the device kind holds devices
    private static List<Device> ofQuery(Query<?> query, Host host) {
        if (query.kind() != EntityKinds.DEVICE) {
            throw new UserException(
                    "USAGE", "expected devices, not " + query.kind().plural(), null);
        }
        refuseUnrestricted(query, "assign");
        return ((Query<Device>) query).toList(host);
    }

    static void refuseUnrestricted(Query<?> query, String verb) {
        if (query.isUnrestricted()) {
            throw new UserException(
                    "EVERYTHING",
                    verb + " would change every one of the " + query.kind().plural(),
                    "narrow it with where({…}), or say " + query.kind().collection() + ".all() if you mean all");
        }
    }
}
