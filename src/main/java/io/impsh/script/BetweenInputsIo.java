package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Question;

/** The way to people while they type an input: they can be told something, but neither asked nor shown progress. */
record BetweenInputsIo(ScriptIo io) implements ScriptIo {
    @Override
    public void print(Shown shown) {
        io.print(shown);
    }

    @Override
    public void notice(String line) {
        io.notice(line);
    }

    @Override
    public void log(Shown.LogLines lines) {
        io.log(lines);
    }

    @Override
    public String written(Shown.LogLines lines) {
        return io.written(lines);
    }

    @Override
    public void tellFailure(UserException failure) {
        io.tellFailure(failure);
    }

    @Override
    public boolean isAtPrompt() {
        return io.isAtPrompt();
    }

    @Override
    public boolean canStream() {
        return io.canStream();
    }

    @Override
    public boolean canAsk() {
        return false;
    }

    @Override
    public boolean confirm(Question question) {
        throw nobody(question.text());
    }

    @Override
    public String ask(String question, String preset) {
        throw nobody(question);
    }

    @Override
    public String askSecret(String question) {
        throw nobody(question);
    }

    private static UserException nobody(String question) {
        return new UserException(
                "CONFIRMATION_NEEDED",
                "a callback of logs.on cannot ask anything at the prompt: " + question,
                "let it set a variable, and do the rest with an input of your own");
    }

    @Override
    public ApplyListener applyListener() {
        return ApplyListener.none();
    }

    @Override
    public Activity begin(String what) {
        return Activity.none(); // the place for it is the input's
    }
}
