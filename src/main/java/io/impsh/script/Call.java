package io.impsh.script;

import io.impsh.UserException;
import java.util.Arrays;
import java.util.List;
import org.graalvm.polyglot.Value;

/** The arguments of one call, read with the checks and the words that the registry gives. */
final class Call {
    private final Host host;
    private final MemberDoc doc;
    private final Value[] arguments;

    Call(Host host, MemberDoc doc, Value... arguments) {
        this.host = host;
        this.doc = doc;
        this.arguments = arguments;
    }

    static Call empty(Host host) {
        return new Call(host, null);
    }

    Host host() {
        return host;
    }

    /** The method's name. */
    String name() {
        return doc.name();
    }

    int count() {
        return arguments.length;
    }

    /** Whether the argument was given and is not {@code undefined}. */
    boolean has(int index) {
        return index < arguments.length && !isUndefined(arguments[index]);
    }

    /** The argument, or {@code null} when it was left out. */
    Value value(int index) {
        return has(index) ? arguments[index] : null;
    }

    List<Value> values() {
        return Arrays.asList(arguments);
    }

    String string(int index) {
        if (!has(index) || !arguments[index].isString()) {
            throw wrong(index, "a string");
        }
        return arguments[index].asString();
    }

    String stringOr(int index, String preset) {
        return has(index) ? string(index) : preset;
    }

    double number(int index) {
        if (!has(index) || !arguments[index].isNumber()) {
            throw wrong(index, "a number");
        }
        return arguments[index].asDouble();
    }

    /** A whole number from zero upwards. */
    int wholeNumber(int index) {
        double number = number(index);
        if (number < 0 || number != Math.rint(number) || number > Integer.MAX_VALUE) {
            throw wrong(index, "a whole number from 0 upwards");
        }
        return (int) number;
    }

    Value function(int index) {
        if (!has(index) || !arguments[index].canExecute()) {
            throw wrong(index, "a function");
        }
        return arguments[index];
    }

    /** The options object; empty when it was left out. Unknown keys are refused. */
    Options options(int index) {
        Argument wanted = doc.arguments().get(index);
        if (!has(index)) {
            return new Options(host, doc, wanted, null);
        }
        Value value = arguments[index];
        if (!GuestValues.isPlainObject(value)) {
            throw wrong(index, wanted.text());
        }
        return new Options(host, doc, wanted, value);
    }

    UserException wrong(int index, String expected) {
        return wrong(index, expected, has(index) ? host.values().describe(arguments[index]) : "undefined");
    }

    /** @param given what is wrong about it, such as one of its elements */
    UserException wrong(int index, String expected, String given) {
        return new UserException(
                "USAGE",
                doc.name() + ": " + argumentName(index) + " must be " + expected + ", not " + given,
                "usage: " + doc.synopsis());
    }

    private String argumentName(int index) {
        List<Argument> arguments = doc.arguments();
        return arguments.get(Math.min(index, arguments.size() - 1)).name().replace("...", "");
    }

    static boolean isUndefined(Value value) {
        return value.isNull() && "undefined".equals(value.toString());
    }
}
