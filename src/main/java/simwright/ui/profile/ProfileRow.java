package simwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.euicc.Owner;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.lpa.CardReading;
import simwright.lpa.Guards;
import simwright.rsp.qr.Picture;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// A profile as its row shows it: state, names, operator, ICCID, badges, and what can be done with
/// it; `tells` says which servers hear of what happens to it; `why` says what cannot be done and
/// for what reason, "" when all can.
public record ProfileRow(
    Optional<Iccid> iccid,
    State state,
    String stateWords,
    String name,
    String given,
    String about,
    List<String> badges,
    Optional<Picture> icon,
    String tells,
    boolean enabled,
    boolean mayTurn,
    boolean mayDelete,
    String why) {
  private static final int ICON_BYTES = 64 * 1024;
  private static final long ICON_PIXELS = 512 * 512;

  /// The profiles of a card, the one in use first.
  static List<ProfileRow> of(CardReading reading) {
    return reading.profiles().stream()
        .map(profile -> of(profile, reading))
        .sorted(java.util.Comparator.comparing(row -> !row.enabled()))
        .toList();
  }

  private static ProfileRow of(ProfileInfo profile, CardReading reading) {
    boolean enabled = profile.enabled();
    Guards guards = reading.guards();
    Guards.Guard turn = enabled ? guards.disable(profile) : guards.enable(profile);
    Guards.Guard delete = guards.delete(profile);
    boolean known = profile.iccid().isPresent();
    return new ProfileRow(
        profile.iccid(),
        enabled ? State.PASS : State.IDLE,
        state(profile),
        name(profile),
        profile.nickname().flatMap(_ -> profile.name()).map(DeviceText::literal).orElse(""),
        about(profile),
        badges(profile, reading),
        icon(profile),
        tells(profile),
        enabled,
        known && turn.free(),
        known && delete.free(),
        why(profile, turn, delete));
  }

  private static String state(ProfileInfo profile) {
    return profile
        .state()
        .map(state ->
            switch (state) {
              case ENABLED -> Text.of("profile.enabled");
              case DISABLED -> Text.of("profile.disabled");
            })
        .orElseGet(() -> Text.of("profile.state.unknown"));
  }

  /// What a person calls it: its nickname, else its own name.
  static String name(ProfileInfo profile) {
    return profile
        .nickname()
        .or(profile::name)
        .map(DeviceText::literal)
        .orElseGet(() -> Text.of("profile.nameless"));
  }

  private static String about(ProfileInfo profile) {
    List<String> parts = new ArrayList<>();
    profile
        .profileClass()
        .map(kind ->
            switch (kind) {
              case TEST -> Text.of("profile.class.test");
              case PROVISIONING -> Text.of("profile.class.provisioning");
              case OPERATIONAL -> Text.of("profile.class.operational");
            })
        .ifPresent(parts::add);
    parts.add(
        profile
            .provider()
            .map(DeviceText::literal)
            .orElseGet(() -> Text.of("profile.operator.unknown")));
    profile
        .owner()
        .map(Owner::plmn)
        .ifPresent(plmn -> parts.add(Text.format("profile.network", plmn)));
    return String.join(" · ", parts);
  }

  private static List<String> badges(ProfileInfo profile, CardReading reading) {
    List<String> badges = new ArrayList<>();
    if (profile.rules().mayNotDisable()) {
      badges.add(Text.of("profile.rule.disable"));
    }
    if (profile.rules().mayNotDelete()) {
      badges.add(Text.of("profile.rule.delete"));
    }
    long waiting =
        reading.notifications().stream()
            .filter(one -> one.iccid().isPresent() && one.iccid().equals(profile.iccid()))
            .count();
    if (waiting > 0) {
      badges.add(Text.format("profile.waiting", waiting));
    }
    return badges;
  }

  /// The picture of a profile has at most 1024 bytes (SGP.22 clause 4.4) and is drawn small; one
  /// that cannot be read, or would be large, is left out.
  private static Optional<Picture> icon(ProfileInfo profile) {
    return profile
        .icon()
        .map(ProfileInfo.Icon::data)
        .filter(data -> data.length() <= ICON_BYTES)
        .flatMap(data -> Picture.readable(data.toArray(), ICON_PIXELS));
  }

  private static String tells(ProfileInfo profile) {
    return profile.notifications().stream()
        .map(target ->
            Text.format(
                "profile.tells",
                DeviceText.literal(target.address()),
                OutboxPane.events(target.events())))
        .collect(Collectors.joining("\n"));
  }

  private static String why(ProfileInfo profile, Guards.Guard turn, Guards.Guard delete) {
    List<String> reasons = new ArrayList<>();
    if (turn.standing() == Guards.Standing.REFUSED) {
      reasons.add(
          Text.format(
              profile.enabled() ? "profile.why.disable" : "profile.why.enable", turn.words()));
    }
    if (delete.standing() == Guards.Standing.REFUSED) {
      reasons.add(Text.format("profile.why.delete", delete.words()));
    }
    if (profile.iccid().isEmpty()) {
      reasons.add(Text.of("profile.why.iccid"));
    }
    return String.join("\n", reasons);
  }
}
