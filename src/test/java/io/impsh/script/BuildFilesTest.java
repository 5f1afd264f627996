package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code comes from files and goes into files. */
class BuildFilesTest {
    @TempDir
    Path folder;

    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
        cloud.run("let b = builds.get('v0.9'); const dir = '" + folder + "/saved'");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void deployReadsFiles() throws IOException {
        Files.writeString(folder.resolve("d.nut"), "server.log(\"é\");\r\n");
        Files.writeString(folder.resolve("a.nut"), "");

        assertThat(cloud.show("let n = groups.get('Line 1').deploy({deviceFile: '" + folder + "/d.nut', agentFile: '"
                        + folder + "/a.nut'}); [n.deviceCode, n.agentCode]"))
                .isEqualTo("['server.log(\"é\");\r\n', '']");
    }

    @Test
    void aFileThatCannotBeReadIsSaidBeforeAnythingIsSent() throws IOException {
        Files.write(folder.resolve("latin.nut"), new byte[] {'/', '/', (byte) 0xe9});

        assertThat(deployFailure("nix.nut"))
                .isEqualTo("FILE: cannot read " + folder + "/nix.nut: there is no such file");
        assertThat(deployFailure("")).isEqualTo("FILE: cannot read " + folder + "/: it is a folder");
        assertThat(deployFailure("latin.nut"))
                .isEqualTo("FILE: cannot read " + folder + "/latin.nut: it is not text in UTF-8");
        assertThat(cloud.sandbox.recount().requests("POST", "/deployments")).isZero();
    }

    private String deployFailure(String file) {
        return cloud.failure("groups.get('Line 1').deploy({deviceFile: '" + folder + "/" + file + "', agentCode: ''})");
    }

    @Test
    void errorsNameTheFile() throws IOException {
        Files.writeString(folder.resolve("bad.nut"), "\n\n  foo(\n");

        assertThat(deployFailure("bad.nut"))
                .isEqualTo("COMPILE_ERROR: cannot deploy to Line 1: " + folder
                        + "/bad.nut:3:6: expected ')' to close this '('");
    }

    @Test
    void aBuildIsSaved() throws IOException {
        assertThat(cloud.show("b.saveTo(dir)").replace(folder.toString(), ""))
                .isEqualTo("['/saved/device.nut', '/saved/agent.nut', '/saved/deployment.json']");

        assertThat(cloud.show("files.read(dir + '/device.nut') == b.deviceCode"))
                .isEqualTo("true");
        assertThat(cloud.show("files.read(dir + '/agent.nut') == b.agentCode")).isEqualTo("true");
        assertThat(Files.readString(folder.resolve("saved/deployment.json"))
                        .replace(cloud.show("b.id"), "ID")
                        .replace(cloud.show("b.sha"), "SHA")
                        .replace(cloud.show("b.product.id"), "PRODUCT")
                        .replace(cloud.show("b.owner.id"), "OWNER"))
                .isEqualTo("""
                        {
                          "id": "ID",
                          "sha": "SHA",
                          "description": "Of a line that is gone",
                          "origin": "git:5d41402",
                          "tags": [
                            "v0.9"
                          ],
                          "flagged": false,
                          "createdAt": "2024-04-02T07:15:20.123Z",
                          "updatedAt": "2024-04-02T07:15:20.123Z",
                          "group": null,
                          "product": {
                            "id": "PRODUCT",
                            "type": "product"
                          },
                          "owner": {
                            "id": "OWNER",
                            "type": "account"
                          }
                        }
                        """);
    }

    @Test
    void nothingIsOverwrittenSilently() throws IOException {
        cloud.run("b.saveTo(dir)");
        cloud.run("b.saveTo(dir)");
        Files.writeString(folder.resolve("saved/agent.nut"), "mine");
        Files.delete(folder.resolve("saved/device.nut"));

        assertThat(cloud.failure("b.saveTo(dir)"))
                .isEqualTo("FILE: " + folder
                        + "/saved/agent.nut is there already, and different\n{overwrite: true} replaces it");
        assertThat(folder.resolve("saved/device.nut")).doesNotExist();
        cloud.run("b.saveTo(dir, {overwrite: true})");
        assertThat(cloud.show("files.read(dir + '/agent.nut') == b.agentCode")).isEqualTo("true");
    }

    @Test
    void aFileIsNoFolderToSaveInto() throws IOException {
        Files.writeString(folder.resolve("saved"), "");

        assertThat(cloud.failure("b.saveTo(dir)"))
                .isEqualTo("FILE: cannot write " + folder + "/saved: it is a file, not a folder");
    }

    @Test
    void oneCodeAloneAndOtherNames() throws IOException {
        cloud.run("b.saveTo(dir, {deviceOnly: true, deviceFile: 'x.nut'})");
        cloud.run("b.saveTo(dir, {agentOnly: true})");

        assertThat(cloud.show("b.saveTo(dir, {agentOnly: true, agentFile: 'y.nut'})"))
                .isEqualTo("['" + folder + "/saved/y.nut']");
        try (var files = Files.list(folder.resolve("saved"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("agent.nut", "x.nut", "y.nut");
        }
        assertThat(cloud.failure("b.saveTo(dir, {deviceOnly: true, agentOnly: true})"))
                .isEqualTo("USAGE: saveTo takes deviceOnly or agentOnly, not both");
        assertThat(cloud.failure("b.saveTo(dir, {deviceFile: 'z', agentFile: 'z'})"))
                .isEqualTo("USAGE: saveTo: the files need different names");
    }
}
