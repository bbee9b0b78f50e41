package org.hornsten;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever is invited answers on a telephone; who comes too late waits and is let in when somebody leaves. */
class WorkshopIT {

    @Test
    void vera_waits_and_tells_what_she_needs_and_gets_the_place_when_urho_cannot_come() {
        Trial trial = new Trial();
        String workshop = trial.workshop(1);
        String urhos = trial.linkTo(workshop, "Urho Uusi", "fi");
        String veras = trial.linkTo(workshop, "Vera Vinter", "sv");
        try (Screen urho = Screen.of(Screen.Device.PHONE.inTheDark(), "fi").telling("workshop-urho").open(urhos);
             Screen vera = Screen.of(Screen.Device.PHONE, "sv").telling("workshop-vera").open(veras)) {
            urho.press(urho.shown("main button[value=myself]")).at("^" + workshop + "$").sees("Tuletko?").shot("asked")
                    .press(urho.shown("main button[name=answer][value=yes]")).at("/needs$").sees("Sinulla on paikka")
                    .press(urho.shown("main button[name=any][value=no]")).at("^" + workshop + "$")
                    .sees("Sinulla on paikka").shot("seat");
            vera.press(vera.shown("main button[value=myself]")).at("^" + workshop + "$").sees("Alla platser är tagna")
                    .shot("full").press(vera.shown("main button[name=answer][value=yes]")).sees("Du står i kö, plats 1");
            needs(vera);
            vera.at("^" + workshop + "$").sees("Du står i kö, plats 1").shot("waiting");
            urho.press(urho.shown("main button[name=answer][value=no]")).sees("Olet vastannut: ei kiitos").shot("no");
            vera.open(workshop).sees("Du har en plats").sees("Hörselslinga").sees("Specialkost").shot("promoted");
            assertTrue(narrow(vera), "nothing hangs over the edge of the phone");
        }
        staff(workshop);
    }

    private static void needs(Screen vera) {
        vera.at("/needs$").shot("needs").press(vera.shown("main button[name=any][value=yes]")).at("/needs/interpreter$");
        vera.pick("needed", "no").send("/needs/interpreter").at("/needs/induction-loop$").shot("loop");
        vera.sendInVain("/needs/induction-loop").pick("needed", "yes").send("/needs/induction-loop")
                .at("/needs/transport$").pick("needed", "no").send("/needs/transport").at("/needs/diet$");
        vera.pick("needed", "yes").fill("words", "inga nötter").shot("diet").send("/needs/diet").at("/needs/assistant$");
        vera.pick("needed", "no").send("/needs/assistant").at("/needs/other$").pick("needed", "no")
                .send("/needs/other");
    }

    private static void staff(String workshop) {
        try (Screen lena = Screen.of(Screen.Device.DESKTOP, "sv").telling("workshop-lena").signIn("lead").open(workshop)
                .shot("page").follow("a[href$='/registrations']").sees("1 av 1").shot("masked")) {
            lena.pick("purpose", "REQUEST").send("/registrations/names").sees("Vera Vinter").sees("Specialkost")
                    .shot("open").open(workshop + "/attendance").shot("attendance").open(workshop + "/edit").shot("edit");
        }
    }

    private static boolean narrow(Screen screen) {
        return (Boolean) screen.page().evaluate("document.documentElement.scrollWidth <= innerWidth");
    }
}
