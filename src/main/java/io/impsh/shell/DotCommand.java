package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.HelpPage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One command of the prompt. Its help, its complaints about arguments and its completion are all made from this.
 *
 * @param name with the dot
 * @param argument what may follow, such as {@code FILE}; in brackets when it may be left out; empty for nothing
 * @param text one line
 * @param choices what the argument may be, given its beginning
 * @param action gets the argument, empty if there is none
 */
record DotCommand(
        String name, String argument, String text, Function<String, List<String>> choices, Consumer<String> action) {
    static DotCommand plain(String name, String text, Runnable action) {
        return new DotCommand(name, "", text, beginning -> List.of(), none -> action.run());
    }

    static DotCommand with(String name, String argument, String text, Consumer<String> action) {
        return new DotCommand(name, argument, text, beginning -> List.of(), action);
    }

    DotCommand choosingFrom(Function<String, List<String>> some) {
        return new DotCommand(name, argument, text, some, action);
    }

    DotCommand choosingFrom(Supplier<List<String>> all) {
        return choosingFrom(beginning -> all.get().stream()
                .filter(choice -> choice.startsWith(beginning))
                .toList());
    }

    /** Such as {@code .load FILE}. */
    String usage() {
        return takesArgument() ? name + " " + argument : name;
    }

    /** What Tab shows of it. */
    HelpPage page() {
        return new HelpPage(name, usage(), text, List.of(), null);
    }

    boolean takesArgument() {
        return !argument.isEmpty();
    }

    /** @throws UserException with code {@code USAGE} when the argument is missing or too much */
    void run(String given) {
        if (!takesArgument() && !given.isEmpty()) {
            throw new UserException("USAGE", name + " takes no argument", usage() + "  " + text);
        }
        if (takesArgument() && !argument.startsWith("[") && given.isEmpty()) {
            throw new UserException("USAGE", name + " wants " + argument, usage() + "  " + text);
        }
        action.accept(given);
    }
}
