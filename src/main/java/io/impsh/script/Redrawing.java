package io.impsh.script;

/** Where the rounds of a {@code watch} are shown, each in the place of the one before where that can be. */
public interface Redrawing extends AutoCloseable {
    void show(WatchRound round);

    /** Leaves what was shown last where it is. */
    @Override
    void close();

    /** For pipes and files: each round whole, with an empty line between two. */
    static Redrawing printing(ScriptIo io) {
        return new Redrawing() {
            private boolean later;

            @Override
            public void show(WatchRound round) {
                if (round.failure() != null) {
                    io.notice(round.failure());
                    return;
                }
                if (later) {
                    io.print(new Shown.Text(""));
                }
                later = true;
                io.print(round.shown());
            }

            @Override
            public void close() {}
        };
    }
}
