package io.impsh.bulk;

import java.util.List;

/** Predicts the service's answer for one build. */
final class BuildVerdicts {
    private static final int MOST_TAG_CHARACTERS = 500;

    private BuildVerdicts() {}

    static Verdict flag(Build build) {
        return build.flagged() ? Verdict.already("already flagged") : Verdict.GO;
    }

    static Verdict unflag(Build build) {
        return build.flagged() ? Verdict.GO : Verdict.already("already unflagged");
    }

    /** @param already why nothing is sent when the tags stay as they are */
    static Verdict retag(Build build, List<String> tags, String already) {
        if (build.tags().equals(tags)) {
            return Verdict.already(already);
        }
        boolean tooLong = tags.stream().mapToInt(String::length).sum() > MOST_TAG_CHARACTERS;
        return tooLong
                ? Verdict.refused("its tags would have more than " + MOST_TAG_CHARACTERS + " characters")
                : Verdict.GO;
    }
}
