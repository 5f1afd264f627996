package io.impsh.profile;

import java.util.ArrayList;
import java.util.List;

/** A user who answers from a list; questions for secrets are marked. */
final class FakeAsker implements Asker {
    final List<String> questions = new ArrayList<>();
    private final List<String> answers;

    FakeAsker(String... answers) {
        this.answers = new ArrayList<>(List.of(answers));
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public String ask(String question) {
        questions.add(question);
        return answers.remove(0);
    }

    @Override
    public String askSecret(String question) {
        return ask("(masked) " + question);
    }
}
