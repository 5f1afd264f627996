package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.util.List;

/** What became of a request that changes something. */
sealed interface Answer {
    /** For people: what the service said, or what went wrong. */
    String words();

    /**
     * The service said yes. Of most changes that has still to be seen in the state.
     *
     * @param created what was made, or {@code null}
     */
    record Accepted(EntityRef created) implements Answer {
        Accepted() {
            this(null);
        }

        @Override
        public String words() {
            return "accepted";
        }
    }

    /**
     * The service said no, or no to some of it.
     *
     * @param whole whether the answer is about the request as such, so that smaller ones would be answered alike
     * @param perItem what the service said of each refused thing; may be empty
     */
    record Refused(String words, boolean whole, List<ItemError> perItem) implements Answer {}

    /**
     * What the service said of one thing.
     *
     * @param index which of the batch's items it points to, or -1
     */
    record ItemError(String words, int index) {}

    /** It was stopped before it was sent. */
    record NotSent() implements Answer {
        @Override
        public String words() {
            return "not sent";
        }
    }

    /** It was sent, or may have been, and nobody knows what came of it. */
    record Lost(String words) implements Answer {}

    /**
     * No answer after all the tries that the client makes; the next request would fare no better.
     *
     * @param mayHaveHappened {@code false} if it has surely not been carried out
     */
    record Unanswered(String words, boolean mayHaveHappened) implements Answer {}
}
