package io.impsh.script;

import io.impsh.UserException;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** A method together with its object, so that {@code const {rename} = device} works. */
final class BoundMethod<T> implements ProxyExecutable, ProxyObject {
    private final HostType.Member<T> member;
    private final T self;
    private final Host host;

    BoundMethod(HostType.Member<T> member, T self, Host host) {
        this.member = member;
        this.self = self;
        this.host = host;
    }

    MemberDoc doc() {
        return member.doc();
    }

    @Override
    public Object execute(Value... arguments) {
        return host.guarded(() -> {
            checkCount(arguments.length);
            return host.values().toGuest(member.invoker().invoke(self, new Call(host, doc(), arguments)));
        });
    }

    private void checkCount(int given) {
        List<Argument> wanted = doc().arguments();
        boolean repeats =
                !wanted.isEmpty() && wanted.get(wanted.size() - 1).name().startsWith("...");
        if (given > wanted.size() && !repeats) {
            throw new UserException(
                    "USAGE",
                    doc().name() + " takes "
                            + (wanted.isEmpty()
                                    ? "no arguments"
                                    : "at most " + wanted.size() + (wanted.size() == 1 ? " argument" : " arguments"))
                            + ", not " + given,
                    "usage: " + doc().synopsis());
        }
        if (given < doc().requiredArguments()) {
            throw new UserException(
                    "USAGE",
                    doc().name() + " needs " + wanted.get(given).name() + ": "
                            + wanted.get(given).text(),
                    "usage: " + doc().synopsis());
        }
    }

    @Override
    public Object getMember(String name) {
        return switch (name) {
            case "name" -> doc().name();
            case "length" -> (int) doc().requiredArguments();
            case "help" ->
                (ProxyExecutable) arguments -> host.guarded(() -> host.help().show(this));
            case "toString" -> (ProxyExecutable) arguments -> doc().synopsis();
            default ->
                throw ScriptError.of(new UserException(
                        "NO_PROPERTY",
                        "the method " + doc().name() + " has no property '" + name + "'",
                        "call it: " + doc().synopsis()));
        };
    }

    @Override
    public boolean hasMember(String name) {
        return switch (name) {
            case "name", "length", "help", "toString" -> true;
            // Function.prototype's own names and what JavaScript asks for by itself
            case "then", "constructor", "valueOf", "call", "apply", "bind", "prototype", "toJSON", "__proto__" -> false;
            default -> true;
        };
    }

    @Override
    public ProxyArray getMemberKeys() {
        return ProxyArray.fromArray();
    }

    @Override
    public void putMember(String name, Value value) {
        throw ScriptError.of(
                new UserException("READ_ONLY_OBJECT", doc().name() + " is a method and cannot be changed", null));
    }
}
