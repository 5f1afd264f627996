package io.impsh.script;

import io.impsh.UserException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/**
 * What a fact must be: a plain value, any of several, a regular expression, or whatever a function says.
 *
 * @param plainValues the plain values of which any will do; empty when there is a pattern or a function among them
 */
record ValueTest(List<Object> plainValues, Predicate<Object> test) {
    static ValueTest read(Value wanted, Host host) {
        if (Call.isUndefined(wanted)) {
            throw new UserException(
                    "USAGE", "where: undefined cannot be compared", "leave it out, or say null for unset");
        }
        if (wanted.hasArrayElements()) {
            return anyOf(wanted, host);
        }
        if (isRegularExpression(wanted)) {
            return new ValueTest(List.of(), fact -> fact != null && matches(wanted, fact.toString()));
        }
        if (wanted.canExecute()) {
            return new ValueTest(
                    List.of(), fact -> JsTruth.of(wanted.execute(host.values().toGuest(fact))));
        }
        if (!wanted.isInstant() && wanted.hasMembers() && !wanted.isString()) {
            throw new UserException(
                    "USAGE",
                    "where: " + host.values().describe(wanted) + " cannot be compared",
                    "use a value, an array, a regular expression or a function");
        }
        Object plain = host.values().toJava(wanted);
        List<Object> values = new ArrayList<>();
        values.add(plain);
        return new ValueTest(values, fact -> same(plain, fact));
    }

    private static ValueTest anyOf(Value wanted, Host host) {
        List<Object> plain = new ArrayList<>();
        List<Predicate<Object>> tests = new ArrayList<>();
        boolean allPlain = true;
        for (long index = 0; index < wanted.getArraySize(); index++) {
            ValueTest one = read(wanted.getArrayElement(index), host);
            allPlain &= !one.plainValues().isEmpty();
            plain.addAll(one.plainValues());
            tests.add(one.test());
        }
        return new ValueTest(
                allPlain ? plain : List.of(), fact -> tests.stream().anyMatch(test -> test.test(fact)));
    }

    static boolean isRegularExpression(Value value) {
        return value.hasMembers()
                && !value.isProxyObject()
                && value.getMetaObject() != null
                && "RegExp".equals(value.getMetaObject().getMetaSimpleName());
    }

    /** JavaScript's own test: its patterns differ from Java's. */
    static boolean matches(Value expression, String text) {
        expression.putMember("lastIndex", 0);
        return expression.invokeMember("test", text).asBoolean();
    }

    private static boolean same(Object wanted, Object fact) {
        if (wanted instanceof Number left && fact instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        if (wanted instanceof Instant left && fact instanceof Instant right) {
            return left.toEpochMilli() == right.toEpochMilli();
        }
        return java.util.Objects.equals(wanted, fact);
    }
}
