package io.impsh.library;

import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Question;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import java.util.ArrayList;
import java.util.List;

/** Remembers notices and questions, and answers every one with the same secret. */
final class FakeIo implements ScriptIo {
    final List<String> notices = new ArrayList<>();
    final List<String> questions = new ArrayList<>();

    @Override
    public void print(Shown shown) {
        throw new AssertionError("nothing is printed here");
    }

    @Override
    public void notice(String line) {
        notices.add(line);
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public String ask(String question, String preset) {
        throw new AssertionError("only secrets are asked for");
    }

    @Override
    public String askSecret(String question) {
        questions.add(question);
        return "typed";
    }

    @Override
    public boolean confirm(Question question) {
        throw new AssertionError("nothing is confirmed here");
    }

    @Override
    public ApplyListener applyListener() {
        return ApplyListener.none();
    }

    @Override
    public Activity begin(String what) {
        throw new AssertionError("nothing is slow here");
    }

    @Override
    public void log(Shown.LogLines lines) {
        print(lines);
    }

    @Override
    public boolean canStream() {
        return true;
    }
}
