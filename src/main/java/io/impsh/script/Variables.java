package io.impsh.script;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What completion may know of the user's variables.
 *
 * @param typeOf the script type of a variable, or {@code null}
 * @param names all of them
 */
record Variables(UnaryOperator<String> typeOf, Supplier<List<String>> names) {
    static Variables none() {
        return new Variables(name -> null, List::of);
    }
}
