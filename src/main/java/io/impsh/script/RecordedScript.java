package io.impsh.script;

import java.util.List;

/**
 * A script made of a recording.
 *
 * @param parameters in the order in which they are used
 * @param body all but the header; ends in a line feed
 * @param unfit how many inputs are comments only, as it would not be a script with them
 * @param missing names that it uses and that were there before the recording began
 */
public record RecordedScript(List<RecordedParameter> parameters, String body, int unfit, List<String> missing) {
    public RecordedScript {
        parameters = List.copyOf(parameters);
        missing = List.copyOf(missing);
    }
}
