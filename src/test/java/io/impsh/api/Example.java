package io.impsh.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;

/**
 * What the service answers and what the client makes of it, from a file: {@code > call}, then one or several answers, each
 * begun by {@code < status Header: value, ...}, and after a line of {@code =} what comes of it.
 */
record Example(Path file, String call, List<MockResponse> answers, String expected) {
    static Example read(Path file) {
        try {
            String[] halves = Files.readString(file).split("(?m)^=\n", 2);
            String[] parts = halves[0].split("(?m)^< ");
            List<MockResponse> answers = new ArrayList<>();
            for (String part : List.of(parts).subList(1, parts.length)) {
                answers.add(answer(part));
            }
            return new Example(file, parts[0].substring(2).strip(), answers, halves[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse answer(String part) {
        String[] head = part.substring(0, part.indexOf('\n')).split(" ", 2);
        String body = part.substring(part.indexOf('\n') + 1);
        MockResponse.Builder answer = new MockResponse.Builder().code(Integer.parseInt(head[0]));
        if (!body.isEmpty()) {
            answer.body(body);
        }
        for (String header : head.length == 1 ? new String[0] : head[1].split(", ")) {
            answer.addHeader(header);
        }
        return answer.build();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
