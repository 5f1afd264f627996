package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.library.ScriptLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Saved scripts at the prompt, where the question of a plan is answered with no. */
class DeclinedScriptTest {
    @Test
    void aNoEndsAReleaseBeforeWhatBuildsOnTheCopy() {
        try (SandboxSession cloud = SandboxSession.with()
                .devices(40)
                .scripts(new ScriptLibrary(List.of(Path.of("scripts-library")), Map.of()))
                .start()) {
            String group = "let {currentDeployment, minSupportedDeployment} = groups['Line 2'].reload();"
                    + " [currentDeployment.id, minSupportedDeployment.id].join()";
            String before = cloud.show(group);
            cloud.io.saysNo();

            assertThat(cloud.failure("run('release', {build: groups['Tracker dev'].currentDeployment,"
                            + " to: groups['Line 2'], minimum: true})"))
                    .isEqualTo("DECLINED: not confirmed, so it was not done");
            assertThat(cloud.show(group)).isEqualTo(before);
            assertThat(cloud.show("JSON.stringify(sandbox.state().restarts)")).isEqualTo("{}");
        }
    }
}
