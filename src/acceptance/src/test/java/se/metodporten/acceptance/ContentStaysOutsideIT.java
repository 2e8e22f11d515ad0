package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** Course content is foreign code, run by somebody who is signed in: what it tries, with the portal's policies around it. */
class ContentStaysOutsideIT {

    private static final String FETCH = """
            url => fetch(url, { mode: 'no-cors', credentials: 'include' }).then(() => 'reached', () => 'refused')""";
    private static final String SERVICE_WORKER =
            "() => navigator.serviceWorker.register('course.js').then(() => 'reached', () => 'refused')";
    private static final String IMAGE = """
            url => new Promise(done => { const image = new Image();
              image.onload = () => done('reached'); image.onerror = () => done('refused'); image.src = url; })""";
    private static final String FRAME = """
            url => new Promise(done => { const frame = document.createElement('iframe');
              document.addEventListener('securitypolicyviolation', () => done('refused'), { once: true });
              setTimeout(() => done('nothing said'), 10000); frame.src = url; document.body.append(frame); })""";
    private static final String FORM = """
            url => new Promise(done => { const form = document.createElement('form'); form.method = 'post'; form.action = url;
              form.target = '_top'; document.body.append(form);
              document.addEventListener('securitypolicyviolation', () => done('refused'), { once: true });
              setTimeout(() => done('nothing said'), 10000); form.submit(); })""";

    @Test
    void content_reaches_neither_the_portal_nor_what_another_course_has_stored() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            Frame content = opened(visitor, "Att vara metodhandledare", "metodhandledare");
            String portal = Portal.running().address();
            String start = portal + "/desk/start.xhtml";

            assertThat(content.evaluate("() => document.cookie")).isEqualTo("");
            assertThat(content.evaluate(FETCH, start)).isEqualTo("refused");
            assertThat(content.evaluate(FETCH, portal + "/api/v1/persons")).isEqualTo("refused");
            assertThat(content.evaluate(IMAGE, portal + "/favicon.ico")).isEqualTo("refused");
            assertThat(content.evaluate(FRAME, start)).isEqualTo("refused");
            assertThat(content.evaluate(FORM, start)).isEqualTo("refused");
            assertThat(content.evaluate(SERVICE_WORKER)).isEqualTo("refused");
            assertThat(visitor.page().url()).contains("/play/").doesNotContain("#");

            content.evaluate("() => localStorage.setItem('mine', 'secret')");
            visitor.opens("/elearning/catalogue.xhtml");
            Frame other = opened(visitor, "ViSam – grunderna", "visam-grunderna");
            assertThat(other.evaluate("() => localStorage.getItem('mine')")).isNull();
        }
    }

    private static Frame opened(Visitor visitor, String title, String code) {
        visitor.goesTo("Kurser");
        visitor.follows(title);
        visitor.isAt(title);
        visitor.page().locator(".actions a.primary").click();
        return new CoursePlayer(visitor.page(), CourseBook.of(code)).frame();
    }
}
