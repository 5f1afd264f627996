package io.impsh.script;

import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** explore */
class DryRunScriptsTest {
    private final SandboxSession cloud = SandboxSession.with()
            .sandbox(SandboxOptions.defaults().withStrict(true).withoutRateLimit())
            .dryRun()
            .start();

    @AfterEach
    void close() {
        cloud.close();
    }

    void p(String input) {
        try {
            System.out.println("## " + input + "\n" + cloud.show(input));
        } catch (Throwable t) {
            System.out.println("## " + input + "\n!! " + t);
        }
    }

    @Test
    void explore() {
        p(
                "let p = products.create({name: 'Doorbell'}); [p.owner.name, p.creator.name, p.createdAt instanceof Date, p.description, p.updatedAt instanceof Date]");
        p("products.names()");
        p("products.get('Doorbell').id");
        p("products.Doorbell.id");
        p("products.find('{demo}{Doorbell}').id");
        p(
                "let prod = p.createGroup({name: 'Field', kind: 'production', region: 'x', loadCodeAfterBlessing: true}); [prod.kind, prod.loadCodeAfterBlessing, prod.region, prod.envVars]");
        p("let dut = p.createGroup({name: 'DUT', kind: 'dut'}); dut.kind");
        p(
                "let fac = p.createGroup({name: 'Factory', kind: 'factory', productionTarget: prod, dutTarget: 'DUT'}); [fac.productionTarget.name, fac.dutTarget.name, fac.currentDeployment]");
        p("p.groups.names()");
        p("deviceGroups.where({product: 'Doorbell', kind: 'factory'}).names()");
        p("groups.where({product: p, kind: ['dut', 'factory']}).count()");
        p(
                "let b = fac.deploy({deviceCode: '// d', agentCode: '// a', tags: ['v1'], flagged: true}); [b.sha, b.tags, b.flagged, b.group.name, b.product.name, b.flagger.name]");
        p("fac.currentDeployment && fac.currentDeployment.id == b.id");
        p("groups.get('Factory').currentDeployment.sha == b.sha");
        p("fac.reload().currentDeployment.id == b.id");
        p("builds.where({group: fac}).count()");
        p("builds.find('v1').id");
        p("builds.get(b.sha).id == b.id");
        p("builds.where({tag: 'v1'}).count()");
        p("builds.where({flagged: true, group: fac}).count()");
        p("b.update({flagged: false}); builds.where({flagged: true, group: fac}).count()");
        p("b.update({tags: ['v2']}).tags");
        p("builds.find('v1')");
        p("builds.first().id == b.id");
        p("devices.where({group: prod}).count()");
        p("fac.devices.names()");
        p("devices.where({product: p}).count()");
        p(
                "let real = products.get('Thermostat'); let line9 = real.createGroup({name: 'Line 9'}); deviceGroups.where({product: 'Thermostat'}).names()");
        p("groups.get('Line 9').product.name");
        p("groups.count()");
        p("line9.assign(devices.where({group: 'Line 1'}).limit(3)).apply().counts.planned");
        p("line9.devices.count()");
        p("line9.restart()");
        p("devices.get('thermo-0001').rename('Kitchen').name");
        p("devices.get('Kitchen').id");
        p("devices.find('thermo-0001')");
        p("devices.where({name: 'Kitchen'}).count()");
        p("products.get('Tracker').update({description: 'new'}).description");
        p("products.get('Tracker').description");
        p("products.where({description: 'new'}).names()");
        p("let l2 = groups.get('Line 2'); l2.update({name: 'Line two', envVars: {A: 1}}).name");
        p("groups.find('Line 2')");
        p("groups.get('Line two').envVars");
        p("l2.deploy({deviceCode: '// x', agentCode: '// y'}).sha == l2.reload().currentDeployment.sha");
        p("groups.get('Line two').deployments.first().sha == l2.currentDeployment.sha");
        p("l2.deployments.count()");
        p("l2.setMinSupported(l2.currentDeployment).minSupportedDeployment.id");
        p(
                "let wh = line9.createWebhook({url: 'https://example.com/h', event: 'deployment'}); [wh.product.name, wh.group.name, wh.contentType]");
        p("line9.webhooks.count()");
        p("webhooks.where({group: 'Line 9'}).count()");
        p("wh.update({url: 'https://example.com/i'}).url");
        p("wh.remove(); line9.webhooks.count()");
        p("wh.reload()");
        p("line9.remove(); groups.find('Line 9')");
        p("line9.reload()");
        p("line9.deploy({deviceCode: '', agentCode: ''})");
        p("groups.get('Thermostat field').webhooks.count()");
        p("groups.get('Thermostat field').webhooks.first().remove(); groups.get('Thermostat field').webhooks.count()");
        p("let n = devices.count(); devices.get('thermo-0002').remove({force: true}); n - devices.count()");
        p("devices.get('thermo-0002')");
        p("let k = loginKeys.create({description: 'test', password: 'sandbox'}); [k.name, k.id, k.usages]");
        p("loginKeys.count()");
        p("loginKeys.get('test').description");
        p("k.update({description: 'other', password: 'sandbox'}).description");
        p("k.remove({password: 'sandbox'}); loginKeys.count()");
        p("loginKeys.get('test')");
        p(
                "products.find('Ensured') || products.create({name: 'Ensured'}); (products.find('Ensured') || products.create({name: 'Ensured'})).name");
        p("products.create({name: 'Ensured'}); products.get('Ensured')");
        p("p.remove({force: true, builds: true}).title");
        p("p.remove({force: true, builds: true}).apply().counts.planned");
        p("products.find('Doorbell')");
        p("builds.get(b.id)");
        p("groups.find('Factory')");
        p("let q = products.Tracker.remove({force: true, builds: true, unbondKey: 'sandbox-unbond-key'}); q.title");
        p("q.apply().counts.planned");
        p("products.find('Tracker')");
        p("groups.where({product: 'Tracker'}).count()");
        p("devices.where({product: null}).count()");
        p("products.create({name: 'Tracker'}).name");
        p("products.get('Tracker').groups.count()");
        p("json(products.get('Tracker').raw)");
        p("builds.first(3)");
        cloud.session.recordedWrites().forEach(System.out::println);
        cloud.io.lines.forEach(System.out::println);
    }
}
