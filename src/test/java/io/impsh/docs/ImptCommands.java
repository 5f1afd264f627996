package io.impsh.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The commands of the vendor's tool, from its manual. */
final class ImptCommands {
    private static final String LIST = "impt-commands.txt";

    /**
     * @param name group and command, such as {@code build get}
     * @param options those of this command; what all commands have is left out
     */
    record Command(String name, List<String> options) {
        private static Command of(String line) {
            List<String> words = List.of(line.split(" "));
            return new Command(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
        }
    }

    private ImptCommands() {}

    static List<Command> all() throws IOException {
        try (InputStream list = ImptCommands.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Command::of)
                    .toList();
        }
    }
}
