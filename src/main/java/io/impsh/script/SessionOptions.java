package io.impsh.script;

import io.impsh.api.ImpClient;
import io.impsh.bulk.Journals;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a session is made of.
 *
 * @param client called at the first use of the cloud; nothing is contacted before
 * @param scripts the saved scripts, or {@code null} when there are none
 * @param namesFolder where the name index is kept between sessions, or {@code null} to keep none
 * @param indexAtStart whether to begin reading names at once; only at the prompt, and only where nobody would be asked
 *     for a password, as programs never build the index
 * @param journals where the journals of applied plans are kept; its folder is made when the first one begins
 */
public record SessionOptions(
        SessionProfile profile,
        Supplier<ImpClient> client,
        ScriptIo io,
        SavedScripts scripts,
        Path namesFolder,
        boolean indexAtStart,
        Journals journals) {}
