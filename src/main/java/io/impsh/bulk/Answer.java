package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.util.List;

/** What became of a request that changes something. */
sealed interface Answer {
    /** For people: what the service said, or what went wrong. */
    String words();

    /** For a journal: the words, and before them what kind of answer it was. */
    default String told() {
        return words();
    }

    /** What was made, or {@code null}. */
    default EntityRef created() {
        return null;
    }

    /**
     * The service said yes. Of most changes that has still to be seen in the state.
     *
     * @param created what was made, or {@code null}
     */
    record Accepted(EntityRef created) implements Answer {
        Accepted() {
            this(null);
        }

        static final String TOLD = "accepted";

        @Override
        public String words() {
            return TOLD;
        }
    }

    /**
     * The service said no, or no to some of it.
     *
     * @param whole whether the answer is about the request as such, so that smaller ones would be answered alike
     * @param perItem what the service said of each refused thing; may be empty
     */
    record Refused(String words, boolean whole, List<ItemError> perItem) implements Answer {
        static final String TOLD = "refused: ";

        @Override
        public String told() {
            return TOLD + words;
        }
    }

    /**
     * What the service said of one thing.
     *
     * @param index which of the batch's items it points to, or -1
     */
    record ItemError(String words, int index) {}

    /** It was stopped before it was sent. */
    record NotSent() implements Answer {
        static final String TOLD = "not sent";

        @Override
        public String words() {
            return TOLD;
        }
    }

    /** It was sent, or may have been, and nobody knows what came of it. */
    record Lost(String words) implements Answer {
        @Override
        public String told() {
            return "lost: " + words;
        }
    }

    /**
     * No answer after all the tries that the client makes; the next request would fare no better.
     *
     * @param mayHaveHappened {@code false} if it has surely not been carried out
     */
    record Unanswered(String words, boolean mayHaveHappened) implements Answer {
        static final String TOLD_NOT_CARRIED_OUT = "not carried out: ";

        @Override
        public String told() {
            return (mayHaveHappened ? "no answer: " : TOLD_NOT_CARRIED_OUT) + words;
        }
    }
}
