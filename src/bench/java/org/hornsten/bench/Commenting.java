package org.hornsten.bench;

import java.io.IOException;
import org.hornsten.fault.Caller;
import org.hornsten.fault.PageForm;
import org.hornsten.fault.Scene;
import org.hornsten.kit.PublicId;

/** A member who says something about a passage through the page's form: from its sending to the thank-you's address. */
final class Commenting implements Loop.Act {
    static final String WORDS = """
            Det står inte vem som ringer vem. Min mor väntade en hel vecka vid telefonen och visste inte om hon fick gå ut. \
            Skriv ut en dag, och ett nummer man kan ringa själv.""";

    private final Caller caller;
    private final PageForm form;

    Commenting(Scene scene, String pass, int passage) throws IOException {
        caller = scene.server().caller().with("Cookie", scene.cookie(pass));
        form = PageForm.on(caller.get("/drafts/" + scene.draft() + "/versions/1/comments/new?passage="
                + scene.passages().get(passage % scene.passages().size())).is(200), "/comments").with("words", WORDS)
                .with("kind", "comment");
    }

    @Override
    public void once() throws IOException {
        caller.postForm(form.action(), form.with("submission", PublicId.random()).fields()).is(303);
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }
}
