package simwright.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import simwright.ui.frame.Screen;

/// What a bundle holds of a card is shown, and the card is not asked.
class KeptCardTest {
  private static final String READ =
      """
      {"eid": "⟨masked⟩", "manufacturer": "Maker\\u202eA", "way": "bare-commands", "freeBytes": 291840,
       "profiles": 2, "version": "2.3.1", "javaCardVersion": null, "roots": ["f541", "81ba"],
       "defaultServer": null, "capabilities": {"not": "a list"}, "applications": [1],
       "rules": [{"mayNotDisable": true, "owners": ["001-01"], "consent": true}],
       "forbiddenRules": {"mayNotDelete": false},
       "previousReading": "2026-11-20T08:00:00Z", "changes": ["the firmware is 3.1"]}
      """;

  private static KeptCard card(String read) {
    return new KeptCard(Instant.EPOCH, Optional.of(read), "");
  }

  private static String all(KeptCard card) {
    return card.sections().stream()
        .flatMap(section -> section.facts().stream())
        .map(fact -> fact.name() + ": " + fact.value().replace("\n", " | "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatStandsThereIsToldAndNothingElse() {
    assertEquals(
        """
        EID: ⟨masked⟩
        Made by: Maker⟨U+202E⟩A
        Reached by: bare commands (+CSIM)
        Free for profiles: 291\u202f840 bytes
        Profiles: 2
        SGP.22: 2.3.1
        Trusts servers under: f541 | 81ba
        Rule 1: may not be disabled
        Forbidden: none
        Since the reading of 2026-11-20T08:00:00Z: the firmware is 3.1\
        """,
        all(card(READ)));
  }

  @Test
  void whatIsNoReadingHasNoFacts() {
    for (String text : List.of("", "[]", "7", "{", "null", "\"text\"")) {
      assertEquals(List.of(), card(text).sections(), text);
    }
    assertEquals(List.of(), new KeptCard(Instant.EPOCH, Optional.empty(), "x").sections());
  }

  @Test
  void theCardOfABundleIsNeverAsked() throws Exception {
    CardDesk desk = new CardDesk();
    desk.demo.card.kept = card(READ);
    ProfilesViewModel model = desk.open();
    desk.demo.devices.set(List.of(desk.demo.connected("ec25", "EC25", true)));
    desk.lane.run(() -> desk.navigation.show(Screen.PROFILES));
    desk.until(() -> model.getStage() == ProfilesViewModel.Stage.KEPT);
    desk.lane.run(model::refresh);
    assertEquals(ProfilesViewModel.Stage.KEPT, desk.lane.get(model::getStage));
    assertFalse(desk.lane.get(model::isFree));
    assertEquals(List.of(), List.copyOf(desk.demo.card.asked));
    desk.close(model);
  }
}
