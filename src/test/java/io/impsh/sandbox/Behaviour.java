package io.impsh.sandbox;

/**
 * One thing to be seen from outside.
 *
 * @param row what it is called, beginning with its row in the list of behaviours
 */
record Behaviour(String row, SandboxOptions options, Check check) {
    Behaviour(String row, Check check) {
        this(row, Scene.options(), check);
    }

    /** Runs in a sandbox of its own. */
    interface Check {
        void on(Scene scene) throws Exception;
    }
}
