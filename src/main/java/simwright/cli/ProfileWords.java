package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.euicc.NotificationTarget;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.tlv.Octets;

/// What the commands print of a profile, for people and for programs.
final class ProfileWords {
  private ProfileWords() {}

  /// For people: state, ICCID, names, operator, and what is unusual about it.
  static String line(ProfileInfo profile) {
    List<String> unusual = new ArrayList<>();
    profile
        .profileClass()
        .filter(kind -> kind != ProfileInfo.ProfileClass.OPERATIONAL)
        .ifPresent(kind -> unusual.add(ProbeNode.lower(kind.name())));
    if (!profile.rules().equals(PolicyRules.NONE)) {
      unusual.add(EuiccWords.rules(profile.rules()));
    }
    return (profile.enabled() ? "● " : "◌ ")
        + profile.iccid().map(Iccid::value).orElse("no ICCID")
        + "  "
        + profile.nickname().or(profile::name).orElse("without a name")
        + "  "
        + profile.provider().orElse("")
        + profile.owner().map(owner -> " (" + owner.plmn() + ")").orElse("")
        + (unusual.isEmpty() ? "" : "  [" + String.join("; ", unusual) + "]");
  }

  /// For programs.
  static Map<String, Object> node(ProfileInfo profile) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("iccid", profile.iccid().map(Iccid::value).orElse(null));
    node.put("aid", profile.aid().map(Octets::hex).orElse(null));
    node.put("state", profile.state().map(each -> ProbeNode.lower(each.name())).orElse(null));
    node.put(
        "class", profile.profileClass().map(each -> ProbeNode.lower(each.name())).orElse(null));
    node.put("name", profile.name().orElse(null));
    node.put("nickname", profile.nickname().orElse(null));
    node.put("provider", profile.provider().orElse(null));
    node.put("owner", profile.owner().map(owner -> owner.plmn().toString()).orElse(null));
    node.put("mayNotDisable", profile.rules().mayNotDisable());
    node.put("mayNotDelete", profile.rules().mayNotDelete());
    node.put("notifies", profile.notifications().stream().map(ProfileWords::target).toList());
    return node;
  }

  private static Map<String, Object> target(NotificationTarget target) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("server", target.address());
    node.put(
        "events",
        target.events().stream().map(each -> ProbeNode.lower(each.name())).sorted().toList());
    return node;
  }
}
