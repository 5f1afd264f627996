package io.impsh.script;

import org.graalvm.polyglot.Value;

/** What JavaScript holds for true. */
final class JsTruth {
    private JsTruth() {}

    static boolean of(Value value) {
        if (value.isNull()) {
            return false;
        } else if (value.isBoolean()) {
            return value.asBoolean();
        } else if (value.isString()) {
            return !value.asString().isEmpty();
        } else if (value.isNumber() && value.fitsInDouble()) {
            double number = value.asDouble();
            return number != 0 && !Double.isNaN(number);
        }
        return true;
    }
}
