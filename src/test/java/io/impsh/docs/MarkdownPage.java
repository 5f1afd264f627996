package io.impsh.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One page of the documentation and its code blocks. */
record MarkdownPage(String name, List<CodeBlock> blocks) {
    static final Path FOLDER = Path.of("docs");

    private static final String FENCE = "```";

    /** The README first, then the pages under {@code docs} by name. */
    static List<MarkdownPage> all() throws IOException {
        List<MarkdownPage> pages = new ArrayList<>();
        pages.add(read(Path.of("README.md")));
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(read(file));
            }
        }
        return pages;
    }

    private static MarkdownPage read(Path file) throws IOException {
        String name = file.toString().replace('\\', '/');
        return new MarkdownPage(name, blocks(name, Files.readAllLines(file)));
    }

    static List<CodeBlock> blocks(String name, List<String> lines) {
        List<CodeBlock> blocks = new ArrayList<>();
        int start = -1;
        for (int index = 0; index < lines.size(); index++) {
            if (!lines.get(index).strip().startsWith(FENCE)) {
                continue;
            }
            if (start >= 0) {
                String language =
                        lines.get(start).strip().substring(FENCE.length()).strip();
                String place = name + ":" + (start + 2);
                blocks.add(new CodeBlock(language, place, List.copyOf(lines.subList(start + 1, index))));
            }
            start = start < 0 ? index : -1;
        }
        if (start >= 0) {
            throw new IllegalArgumentException(name + ":" + (start + 1) + ": this block is never closed");
        }
        return blocks;
    }
}
