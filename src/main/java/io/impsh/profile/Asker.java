package io.impsh.profile;

/** Asks the user. The terminal implements it; so does, by answering no, a run without one. */
public interface Asker {
    /** One that has nobody to ask. */
    Asker NOBODY = new Asker() {
        @Override
        public boolean canAsk() {
            return false;
        }

        @Override
        public String ask(String question) {
            throw new IllegalStateException("nobody to ask");
        }

        @Override
        public String askSecret(String question) {
            throw new IllegalStateException("nobody to ask");
        }
    };

    boolean canAsk();

    /** The answer, without its line end. Only when {@link #canAsk()}. */
    String ask(String question);

    /** The same without showing what is typed. */
    String askSecret(String question);
}
