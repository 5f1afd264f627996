package io.impsh.script;

import java.util.List;
import java.util.Optional;

/** How a method may be called, as TypeScript writes it behind the name: {@code (file: string): void}. */
final class MethodSignatures {
    private static final String ANY = "any";
    private static final String GIVES_ANY = "=> any";

    private final MemberDoc method;
    private final String indent;

    private MethodSignatures(MemberDoc method, String indent) {
        this.method = method;
        this.indent = indent;
    }

    /** @param indent of the line that they stand in */
    static List<String> of(MemberDoc method, String indent) {
        return new MethodSignatures(method, indent).all();
    }

    /** Some give nothing or one without their argument, and something else with it. */
    private List<String> all() {
        String returns = TypeWords.of(method.returns());
        String first = HostTypes.firstNamed(returns);
        if (returns.equals(first + " | void")) {
            return List.of("(): void", withArgument(first));
        } else if (returns.equals(first + " | null | " + first + "[]")) {
            return List.of("(): " + first + " | null", withArgument(first + "[]"));
        }
        Optional<Argument> maker = maker();
        return List.of(maker.map(argument -> generic(argument, returns)).orElseGet(() -> plain(returns)));
    }

    /** The function whose results the method gives, unless it gives something else. */
    private Optional<Argument> maker() {
        return method.returns().startsWith(ANY)
                ? method.arguments().stream()
                        .filter(argument -> argument.type().endsWith(GIVES_ANY))
                        .findFirst()
                : Optional.empty();
    }

    private String generic(Argument maker, String returns) {
        String made = maker.type().replace(GIVES_ANY, "=> Made");
        return "<Made>" + plain(returns.replace(ANY, "Made")).replace(maker.type(), made);
    }

    private String plain(String returns) {
        List<String> parameters = method.arguments().stream()
                .map(argument -> parameter(argument, argument.optional()))
                .toList();
        return "(" + String.join(", ", parameters) + "): " + returns;
    }

    private String withArgument(String returns) {
        return "(" + parameter(method.arguments().get(0), false) + "): " + returns;
    }

    private String parameter(Argument argument, boolean optional) {
        String mark = optional && !argument.takesTheRest() ? "?: " : ": ";
        return argument.name() + mark + TypeWords.ofArgument(argument, method.owner(), indent);
    }
}
