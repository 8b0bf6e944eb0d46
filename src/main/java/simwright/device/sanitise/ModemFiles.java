package simwright.device.sanitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.Fields;
import simwright.at.command.DeleteStored;
import simwright.hardware.HardwareProfile;

/// Files, certificates and keys in a modem, listed and deleted as its hardware profile says: in its
/// commands `{0}`, `{1}` stand for the fields of a line of the list, `{each}` for every field.
record ModemFiles(Asked asked, HardwareProfile profile) {
  Cleaned files() {
    return cleaned(Trace.FILES, "files", "files_delete");
  }

  Cleaned certificates() {
    return cleaned(Trace.CERTIFICATES, "certificates", "certificates_delete");
  }

  private Cleaned cleaned(Trace trace, String listing, String deleting) {
    Optional<String> list = profile.slot(listing).stream().findFirst();
    if (list.isEmpty()) {
      return Cleaned.open(
          trace, "the hardware profile " + profile.name() + " names no command that lists them");
    }
    Answer<List<String>> before = asked.line(list.get());
    if (before.value().isEmpty()) {
      return Cleaned.open(trace, "they cannot be listed: " + list.get() + " " + Asked.why(before));
    }
    List<Fields> found = rows(before, list.get());
    List<String> refused = new ArrayList<>();
    profile.slot(deleting).stream()
        .findFirst()
        .ifPresent(template -> found.forEach(row -> delete(template, row, refused)));
    Answer<List<String>> after = asked.line(list.get());
    if (after.value().isEmpty()) {
      return Cleaned.open(trace, "they cannot be listed again: " + Asked.why(after));
    }
    int left = rows(after, list.get()).size();
    return left == 0
        ? Cleaned.proven(
            trace, list.get() + " lists none (it listed " + found.size() + " lines before)")
        : Cleaned.open(
            trace,
            list.get()
                + " still lists "
                + left
                + (refused.isEmpty() ? "" : "; " + refused.getFirst()));
  }

  private void delete(String template, Fields row, List<String> refused) {
    if (template.contains("{each}")) {
      row.values().forEach(each -> order(template.replace("{each}", plain(each)), refused));
      return;
    }
    String command = template;
    for (int i = 0; i < row.size(); i++) {
      command = command.replace("{" + i + "}", plain(row.text(i)));
    }
    order(command, refused);
  }

  private void order(String command, List<String> refused) {
    Answer<Boolean> answer = asked.send(new DeleteStored(command));
    if (answer.value().isEmpty()) {
      refused.add(command.replaceFirst("=.*", "") + ": " + Asked.why(answer));
    }
  }

  /// A name that would be more than a name in a command is no name.
  private static String plain(String text) {
    return text.replaceAll("[\"\\p{Cntrl}]", "");
  }

  private static List<Fields> rows(Answer<List<String>> answer, String list) {
    String prefix = list.replaceFirst("^AT", "").replaceFirst("[=?].*$", "");
    return answer.value().orElse(List.of()).stream()
        .filter(each -> Fields.prefix(each).equals(prefix))
        .map(Fields::of)
        .filter(each -> each.size() > 0)
        .toList();
  }
}
