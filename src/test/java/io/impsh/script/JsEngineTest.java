package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsEngineTest {
    private final JsEngine engine = JsEngine.create(JsEngineTest::defineGlobals);

    private static void defineGlobals(JsEngine made) {
        made.defineGlobal("devices", "the devices");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void inputsShareTheirVariables() {
        evaluate("let a = 1, f = () => a");
        evaluate("let a = 2");
        evaluate("b = 3");
        assertThat(evaluate("[a, b, f()].join()").asString()).isEqualTo("2,3,2");
    }

    @Test
    void aVariableOfTheShellCanBeAssignedByScripts() {
        engine.setGlobal("_", 5);
        assertThat(evaluate("_ + 1").asInt()).isEqualTo(6);
        evaluate("let _ = 7");
        assertThat(engine.globals().getMember("_").asInt()).isEqualTo(7);
        engine.setGlobal("_", 8);
        assertThat(evaluate("_").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices = 5",
                "let devices = 5",
                "let devices",
                "const devices = 5",
                "var devices = 5",
                "class devices {}",
                "function devices() {}",
                "async function devices() {}",
                "{ function devices() {} }",
                "[devices] = [5]",
                "({devices} = {devices: 5})",
                "let {devices} = {devices: 5}",
                "for (var devices of [5]);",
                "for (devices in {a: 1});",
                "devices++",
                "devices ||= 5; devices &&= 5",
                "globalThis.devices = 5",
                "'use strict'; devices = 5"
            })
    void aNameOfTheShellIsNotReplaced(String input) {
        assertThat(failure(input))
                .returns("BUILT_IN", ScriptFailure::code)
                .hasMessage("'devices' is a built-in name")
                .returns("choose another name, for example myDevices", ScriptFailure::hint)
                .returns(1, failure -> failure.position().line());
        assertThat(evaluate("devices").asString()).isEqualTo("the devices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete devices",
                "delete globalThis.devices",
                "var devices",
                "{ let devices = 5 }",
                "(function (devices) { return devices })(5)",
                "for (const devices of [5]);",
                "[5].map(devices => devices)"
            })
    void aNameOfTheShellCanBeShadowedAndIsThereAfterwards(String input) {
        evaluate(input);
        assertThat(evaluate("devices").asString()).isEqualTo("the devices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java", "Polyglot", "Graal", "Packages", "java", "javax", "org", "com", "load", "loadWithNewGlobal",
                "require", "fetch", "XMLHttpRequest", "print", "printErr", "console", "quit", "exit", "read", "process",
                "WebAssembly", "Worker", "ScriptEngine", "global"
            })
    void nothingLeadsOutOfTheLanguage(String name) {
        assertThat(evaluate("typeof " + name).asString()).isEqualTo("undefined");
    }

    @Test
    void noModuleCanBeLoaded() {
        assertThat(failure("import('file:///etc/passwd')").code()).isEqualTo(ScriptFailure.SCRIPT_ERROR);
        assertThat(failure("import fs from 'fs'").code()).isEqualTo(ScriptFailure.SYNTAX);
    }

    @Test
    void aFileCanRunAgainAndKeepsItsDeclarationsInside() {
        String file = "const n = 20\nclass A {}\nfunction twice(x) { return 2 * x }\ntwice(n) + 2 // result";
        assertThat(engine.evaluateFile(file, "answer.js").asInt()).isEqualTo(42);
        assertThat(engine.evaluateFile(file, "answer.js").asInt()).isEqualTo(42);
        assertThat(evaluate("typeof n + typeof A + typeof twice").asString()).isEqualTo("undefinedundefinedundefined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "// nothing", "const x = 1", "function f() {}", "5; let x"})
    void aFileThatEndsWithADeclarationHasTheValueBeforeIt(String file) {
        assertThat(engine.evaluateFile(file, "a.js").toString()).isEqualTo(file.startsWith("5") ? "5" : "undefined");
    }

    @Test
    void aFileIsStrictAndMayBeginWithAnInterpreterLine() {
        assertThat(engine.evaluateFile("#!/usr/bin/env impsh\n1 + 1", "a.js").asInt())
                .isEqualTo(2);
        assertThat(fileFailure("undeclared = 1"))
                .hasMessage("undeclared is not defined")
                .returns(new SourcePosition("a.js", 1, 1, "undeclared = 1"), ScriptFailure::position);
    }

    private Value evaluate(String text) {
        return engine.evaluate(text, "input", 1);
    }

    private ScriptFailure failure(String text) {
        return catchThrowableOfType(ScriptFailure.class, () -> evaluate(text));
    }

    private ScriptFailure fileFailure(String text) {
        return catchThrowableOfType(ScriptFailure.class, () -> engine.evaluateFile(text, "a.js"));
    }
}
