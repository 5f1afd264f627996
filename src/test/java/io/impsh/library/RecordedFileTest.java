package io.impsh.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFileTest {
    @Test
    void anInvestigationBecomesAScriptWithItsNamesAsParameters() {
        String file = Typed.shown(
                        "devices.where({group: 'Line 1', online: false})",
                        "d = devices.get('thermo-0001')",
                        "it",
                        "help(devices)")
                .thenFailed("devices.get('thermo-1')", "no device is called 'thermo-1'\nnearest: thermo-0001")
                .thenShown(
                        "p = devices.where({group: 'Line 1'}).assignTo('Line 2')",
                        "p.apply()",
                        "_.counts",
                        "products.Thermostat.devices.count()")
                .file();
        assertThat(file).isEqualTo("""
                /**
                 * Recorded on 22 November 2026 at sandbox demo.
                 *
                 * @param {group}   [group=Line 1]       device group, for where()
                 * @param {device}  [device=thermo-0001] device, for get()
                 * @param {group}   [toGroup=Line 2]     device group, for assignTo()
                 * @param {product} [product=Thermostat] product
                 * @example impsh run ./x.js --dry-run
                 */
                print(devices.where({group: params.group, online: false}));
                let d = devices.get(params.device);
                print(d);
                // left out: devices.get('thermo-1'): no device is called 'thermo-1'
                let p = devices.where({group: params.group}).assignTo(params.toGroup);
                print(p);
                let last = p.apply();
                print(last);
                print(last.counts);
                params.product.devices.count();
                """);
        ScriptHeader header = ScriptHeader.read("x.js", file).orElseThrow();
        assertThat(header.summary()).isEqualTo("Recorded on 22 November 2026 at sandbox demo");
        assertThat(header.parameters())
                .extracting(Parameter::preset)
                .containsExactly("Line 1", "thermo-0001", "Line 2", "Thermostat");
    }

    @Test
    void aRecordingIsToldFromOtherFiles() {
        assertThat(RecordedFile.isOne(Typed.shown("1 + 1").file())).isTrue();
        assertThat(List.of("", "1 + 1", "/** Moves devices. */", "/**\n * @param oops\n */"))
                .noneMatch(RecordedFile::isOne);
    }

    @Test
    void whatHadNoValueIsNotPrintedAndTheLastValueIsTheResult() {
        assertThat(Typed.silent("print('Line 1')", "let n = 5")
                        .thenShown("n + 1", "n = 7")
                        .body())
                .isEqualTo("""
                print('Line 1');
                let n = 5;
                print(n + 1);
                n = 7;
                n;
                """);
    }

    @Test
    void eachVariableIsDeclaredOnce() {
        assertThat(Typed.silent(
                                "let a = 1, b",
                                "let b = 2, a",
                                "const c = 1",
                                "const kept = 1",
                                "const {k, v: [w]} = {k: 1, v: [2]}",
                                "const {k} = {k: 2}",
                                "let a, z = 3",
                                "function f() { total = 1 }",
                                "function f() {}",
                                "class A {}",
                                "class A { m() { return 1 } }")
                        .thenShown("c = 2", "f()", "kept")
                        .body())
                .isEqualTo("""
                let z, total;
                let a = 1, b;
                b = 2, a = undefined;
                let c = 1;
                const kept = 1;
                let {k, v: [w]} = {k: 1, v: [2]};
                ({k} = {k: 2});
                a = undefined, z = 3;
                function f() { total = 1 }
                f = function f() {};
                class A {}
                A = class A { m() { return 1 } };
                c = 2;
                print(c);
                print(f());
                kept;
                """);
    }

    @Test
    void loopsAndFunctionsKeepTheirOwnNames() {
        assertThat(Typed.silent(
                                "for (let i = 0; i < 2; i++) print(i)",
                                "for (j of [1]) print(j)",
                                "for (const d of devices.where({group: 'Line 1'})) {\n  print(d.name)\n}",
                                "function name(d, {short} = {}) {\n  let n = d.name;\n  n = n + short;\n  return n\n}",
                                "try { name() } catch (e) { print(e) }",
                                "label: for (;;) { break label }",
                                "do { j++ } while (j < 3)")
                        .thenShown("[1].map((_, i) => i)")
                        .declared())
                .isEqualTo("""
                 * @param {group} [group=Line 1] device group, for where()
                let j;
                for (let i = 0; i < 2; i++) print(i);
                for (j of [1]) print(j);
                for (const d of devices.where({group: params.group})) {
                  print(d.name)
                }
                function name(d, {short} = {}) {
                  let n = d.name;
                  n = n + short;
                  return n
                }
                try { name() } catch (e) { print(e) }
                label: for (;;) { break label }
                do { j++ } while (j < 3);
                [1].map((_, i) => i);
                """);
    }

    @Test
    void theLastValueHasANameWhereItIsUsed() {
        assertThat(Typed.shown("devices.count()", "_ * 2", "devices.first()", "_.name")
                        .thenSilent("let last = 1")
                        .thenShown("[1].map(_ => _ + 1)", "d = devices.first()", "it", "_.name", "`${_}!`")
                        .body())
                .isEqualTo("""
                let last2 = devices.count();
                print(last2);
                print(last2 * 2);
                last2 = devices.first();
                print(last2);
                print(last2.name);
                let last = 1;
                print([1].map(_ => _ + 1));
                let d = devices.first();
                last2 = d;
                print(d);
                last2 = last2.name;
                print(last2);
                `${last2}!`;
                """);
    }

    @Test
    void whatWasThereBeforeIsTold() {
        Typed typed = Typed.shown(
                        "d.restart()", "_.length", "devices.where({group: mine}).map(x => x.name)", "f = () => later")
                .thenSilent("let later = 1, d");
        assertThat(typed.missing()).isEqualTo("d, mine, later");
        assertThat(typed.body()).isEqualTo("""
                // set before the recording began, and missing here: d, mine, later
                let last = d.restart();
                print(last);
                print(last.length);
                print(devices.where({group: mine}).map(x => x.name));
                let f = () => later;
                print(f);
                let later = 1, d;
                """);
        assertThat(Typed.shown("_.length").missing()).isEqualTo("_");
    }

    @Test
    void pastedLinesAndWindowsLineEndsAreOneInput() {
        assertThat(Typed.silent("let t = 'a' // one\r\nprint(t)\r\n")
                        .thenShown(
                                "1\n2\nlet q = 5\nq; q + 1 // sum",
                                "devices\r\n  .where({group: 'Line 1'})\r\n  .count()",
                                "a = 1, b",
                                "({a: 1})")
                        .thenSilent("if (q) print(1); else print(2)")
                        .declared())
                .isEqualTo("""
                 * @param {group} [group=Line 1] device group, for where()
                // set before the recording began, and missing here: b
                let a;
                let t = 'a' // one
                print(t);
                1
                2
                let q = 5
                q; print(q + 1); // sum
                print(devices
                  .where({group: params.group})
                  .count());
                print((a = 1, b));
                print(({a: 1}));
                if (q) print(1); else print(2);
                """);
    }

    @Test
    void namesOfEverySortSurvive() {
        String text = Typed.shown(
                        "devices.get(\"O'Brien\")",
                        "devices.get('O\\'Brien')",
                        "devices.get(`tab\\there`)",
                        "devices.get('a\\u00e9]')",
                        "devices.get('two\\nlines')",
                        "devices.get('*/')",
                        "devices.get('profile')",
                        "devices.get('ends \\\\')",
                        "groups['Zürich \"Süd\"'].name",
                        "devices.get('')")
                .file();
        assertThat(text).contains("""
                 * @param {device} [device=O'Brien]         device, for get()
                 * @param {device} [tabHere="tab\\there"]    device, for get()
                 * @param {device} [ae="aé]"]               device, for get()
                 * @param {device} [twoLines="two\\nlines"]  device, for get()
                 * @param {device} [device2="*\\/"]          device, for get()
                 * @param {device} [device3=profile]        device, for get()
                 * @param {device} [ends="ends \\\\"]         device, for get()
                 * @param {group}  [group="Zürich \\"Süd\\""] device group
                """);
        assertThat(ScriptHeader.read("x.js", text).orElseThrow().parameters())
                .extracting(Parameter::preset)
                .containsExactly(
                        "O'Brien", "tab\there", "aé]", "two\nlines", "*/", "profile", "ends \\", "Zürich \"Süd\"");
        assertThat(text).contains("print(devices.get(params.device));\nprint(devices.get(params.device));\n");
    }

    @Test
    void onlyWhatIsWantedAsANameBecomesAParameter() {
        assertThat(Typed.silent("print('Line 1')", "print(/'Line 1'/.test(\"x\"), 'Line 1')")
                        .thenShown(
                                "groups.where({product: ['Thermostat', 'Tracker']})",
                                "devices.of(['a', 'b', 'c', 'd'])",
                                "devices.where({name: 'thermo-0003'}).select('name', 'group')",
                                "devices.find('nope')",
                                "`a ${groups['Line 1'].name} 'Line 1'`",
                                "p.where({name: 'thermo-0001'})",
                                "devices.limit(3)",
                                "devices.countBy('impType')",
                                "devices.sortBy('name').select('group')",
                                "builds['v1'].copyTo('Line 2') // 'Line 2'")
                        .thenSilent("groups.forEach(g => { print(g.devices.where({product: 'Tracker'}).count()) })")
                        .declared())
                .isEqualTo("""
                 * @param {product} [product=Thermostat]     product, for where()
                 * @param {product} [tracker=Tracker]        product, for where()
                 * @param {string}  [deviceName=thermo-0003] name of the device, for where()
                 * @param {string}  [nope=nope]              name of the device, for find()
                 * @param {group}   [group=Line 1]           device group
                 * @param {build}   [build=v1]               build
                 * @param {group}   [toGroup=Line 2]         device group, for copyTo()
                // set before the recording began, and missing here: p
                print('Line 1');
                print(/'Line 1'/.test("x"), 'Line 1');
                print(groups.where({product: [params.product, params.tracker]}));
                print(devices.of(['a', 'b', 'c', 'd']));
                print(devices.where({name: params.deviceName}).select('name', 'group'));
                print(devices.find(params.nope));
                print(`a ${params.group.name} 'Line 1'`);
                print(p.where({name: 'thermo-0001'}));
                print(devices.limit(3));
                print(devices.countBy('impType'));
                print(devices.sortBy('name').select('group'));
                print(params.build.copyTo(params.toGroup)); // 'Line 2'
                groups.forEach(g => { print(g.devices.where({product: params.tracker}).count()) });
                """);
    }

    @Test
    void namesThatTheRecordingGivesStay() {
        assertThat(Typed.shown(
                                "products.Thermostat.createGroup({name: 'New one'})",
                                "groups['New one'].name",
                                "devices.get('thermo-0001').rename('Hall')",
                                "devices.get('Hall')")
                        .body())
                .isEqualTo("""
                print(params.product.createGroup({name: 'New one'}));
                print(groups['New one'].name);
                print(devices.get(params.device).rename('Hall'));
                devices.get('Hall');
                """);
    }

    @Test
    void aSecretThatWasTypedForASavedScriptIsNotWritten() {
        String file = Typed.silent("n = 1")
                .thenFailed("run('unbless', {unbondKey: 'sesame-key'})", "--unbond-key: a secret cannot be typed")
                .thenFailed("run('own', {hookSecret: 'sesame-pin'})", "--hook-secret: a secret cannot be typed")
                .file();
        assertThat(file).isEqualTo("""
                /**
                 * Recorded on 22 November 2026 at sandbox demo.
                 *
                 * @example impsh run ./x.js --dry-run
                 */
                let n = 1;
                // left out: run('unbless', {unbondKey: 'ask'}): --unbond-key: a secret cannot be typed
                // left out: run('own', {hookSecret: 'ask'}): --hook-secret: a secret cannot be typed
                """);
    }

    @Test
    void noSecretIsWritten() {
        String file = Typed.silent("key = 'sesame-key' // not sesame-key")
                .thenFailed("d.unassign({unbondKey: key})", "refused")
                .thenFailed("d.unassign({unbondKey: 'sesame-key'})", "'sesame-key' is wrong")
                .thenShown(
                        "devices.get('x').unassign({unbondKey: 'other-key'})",
                        "devices.get('x').unassign({unbondKey: 'ask'})")
                .thenSilent(
                        "print('with sesame-key')", "pass = {password: `hunter2`}", "print('{\"token\": \"abcdef\"}')")
                .file();
        assertThat(file).isEqualTo("""
                /**
                 * Recorded on 22 November 2026 at sandbox demo.
                 *
                 * @param {secret} [unbondKey]  unbond key; asked for when it is needed
                 * @param {device} [device=x]   device, for get()
                 * @param {secret} [unbondKey2] unbond key; asked for when it is needed
                 * @param {secret} password     password
                 * @example impsh run ./x.js --dry-run
                 */
                let key = params.unbondKey ?? 'ask'; // not **********
                // left out: d.unassign({unbondKey: key}): refused
                // left out: d.unassign({unbondKey: 'ask'}): '**********' is wrong
                print(devices.get(params.device).unassign({unbondKey: params.unbondKey2 ?? 'ask'}));
                print(devices.get(params.device).unassign({unbondKey: 'ask'}));
                print('with **********');
                let pass = {password: params.password};
                print('{"token": "******"}');
                """);
        assertThat(file).doesNotContain("sesame", "other-key", "hunter2", "abcdef");
    }

    @Test
    void noSecretIsWrittenHoweverItIsGiven() {
        assertThat(Typed.shown(
                                "loginKeys.get('abcdefgh12345678').remove({password: 'pw-' + 'one'})",
                                "loginKeys['abcdefgh12345678'].usages",
                                "loginKeys.abcdefgh12345678.usages",
                                "me.refreshTokens.where({id: 'tok_0123456789'}).count()",
                                "d.unassign({unbondKey: isOld ? 'k1' : ('k2')})",
                                "d.unassign({unbondKey: x || 'k3'})",
                                "d.unassign({unbondKey:\n// c\n`k4`, 'pass_word': f('k5')})")
                        .declared())
                .isEqualTo("""
                 * @param {secret} loginKey     login key
                 * @param {secret} [password]   password; asked for when it is needed
                 * @param {secret} password2    password
                 * @param {secret} refreshToken refresh token
                 * @param {secret} [unbondKey]  unbond key; asked for when it is needed
                 * @param {secret} [unbondKey2] unbond key; asked for when it is needed
                 * @param {secret} [unbondKey3] unbond key; asked for when it is needed
                 * @param {secret} [unbondKey4] unbond key; asked for when it is needed
                 * @param {secret} pass_word    pass_word
                // set before the recording began, and missing here: d, isOld, x, f
                print(loginKeys.get(params.loginKey).remove({password: params.password + params.password2}));
                print(loginKeys[params.loginKey].usages);
                print(loginKeys.get(params.loginKey).usages);
                print(me.refreshTokens.where({id: params.refreshToken}).count());
                print(d.unassign({unbondKey: isOld ? params.unbondKey ?? 'ask' : (params.unbondKey2 ?? 'ask')}));
                print(d.unassign({unbondKey: x || (params.unbondKey3 ?? 'ask')}));
                d.unassign({unbondKey:
                // c
                params.unbondKey4 ?? 'ask', 'pass_word': f(params.pass_word)});
                """);
    }

    @Test
    void namesOfTheLanguageAndOfOptionsMakeParametersThatWork() {
        assertThat(Typed.shown("products.params.name", "groups['X'].name", "devices.get('X')", "groups.get('dry-run')")
                        .thenShown("groups.get('let')", "groups.get('devices')", "groups.get('help')")
                        .declared())
                .isEqualTo("""
                 * @param {product} [product=params]  product
                 * @param {group}   [group=X]         device group
                 * @param {device}  [device=X]        device, for get()
                 * @param {group}   [group2=dry-run]  device group, for get()
                 * @param {group}   [let=let]         device group, for get()
                 * @param {group}   [devices=devices] device group, for get()
                 * @param {group}   [group3=help]     device group, for get()
                print(params.product.name);
                print(params.group.name);
                print(devices.get(params.device));
                print(groups.get(params.group2));
                print(groups.get(params.let));
                print(groups.get(params.devices));
                groups.get(params.group3);
                """);
    }

    @Test
    void logStreamsEndWhereTheRecordingEnded() {
        assertThat(Typed.shown("logs.stream('thermo-0001')", "devices.count()").declared())
                .isEqualTo("""
                 * @param {string} [name=thermo-0001] name, for stream()
                print(logs.stream(params.name));
                print(devices.count());
                logs.streams().forEach((stream) => stream.stop());
                """);
    }

    @Test
    void whatBelongsToAnotherPlaceIsMarked() {
        assertThat(Typed.shown("1", "2").thenAt("acme PRODUCTION", "me.id").body())
                .isEqualTo("""
                print(1);
                print(2);
                // from here on at acme PRODUCTION
                me.id;
                """);
    }

    @Test
    void aPlanIsNamedByItsId() {
        assertThat(Typed.shown("plans.resume('7f3a')").body())
                .contains("// names a plan by its id, which is no parameter\nplans.resume('7f3a');\n");
    }

    @Test
    void whatWouldSpoilTheScriptIsAComment() {
        Typed typed = Typed.shown("devices.count()", "spoils('it', {\n  unbondKey: 'sesame'})", "_ + 1")
                .where(text -> !text.matches("(?s).*(?<!// )spoils\\('it'.*"));
        assertThat(typed.missing()).isEqualTo("_");
        assertThat(typed.body()).isEqualTo("""
                // set before the recording began, and missing here: _
                print(devices.count());
                // cannot stand in a script as it was typed:
                // spoils('it', {
                //   unbondKey: 'ask'})
                _ + 1;
                """);
    }

    /** Whatever was typed, the header can be read, and no input is lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "// nothing",
                "`${`${'a'}`}`",
                "x = `a\n${devices.get('thermo-0001').name}\nb`",
                "}",
                "'unfinished",
                "f(((",
                "a ? b : c",
                "if (a) b\nelse c",
                "for (;;) {}",
                "async () => 1",
                "new Date().getTime()",
                "/[/']/.test('x')",
                "let [a, ...rest] = [1, 2]",
                "let {a = {b: 1}, ...rest} = {}",
                "\u2028devices",
                "a\u2028b",
                "#!x",
                "class A extends (class {}) {}",
                "x = function () {}\nx()",
                "try {} finally {}",
                "do x(); while (0)",
                "switch (1) {}",
                "let",
                "let = 5",
                "for (const [k, v] of Object.entries({})) {}",
                "({a, b} = {a: 1})",
            })
    void nastyInputsMakeAFileThatCanBeRead(String input) {
        String file = Typed.shown(input, input)
                .thenSilent(input)
                .thenFailed(input, "no\r\nway")
                .file();
        assertThat(ScriptHeader.read("x.js", file)).isPresent();
        assertThat(file).contains("// left out: ").endsWith("no\n");
    }
}
