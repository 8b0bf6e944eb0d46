package simwright.app;

import java.util.List;
import simwright.runbook.Runbook;
import simwright.store.DataDirectory;
import simwright.ui.help.HelpSource;

/// What the help screen reads.
final class ScreenHelp implements HelpSource {
  private final Runbook runbook;
  private final DataDirectory data;

  ScreenHelp(Runbook runbook, DataDirectory data) {
    this.runbook = runbook;
    this.data = data;
  }

  @Override
  public List<Entry> search(String query) {
    return (query.isBlank() ? runbook.all() : runbook.search(query))
        .stream()
            .map(e ->
                new Entry(
                    e.code().toString(),
                    e.title(),
                    e.meaning(),
                    e.owner(),
                    e.state(),
                    e.next(),
                    e.retry()))
            .toList();
  }

  @Override
  public List<Term> glossary() {
    return List.of(
        new Term("APN", "Access point name: which packet network a context leads to."),
        new Term("EID", "The number of an eUICC, 32 digits."),
        new Term("ICCID", "The number of a card or profile, 18 to 20 digits."),
        new Term("IMEI", "The number of a device, 15 digits."),
        new Term("IMSI", "The number of a subscription, at most 15 digits."),
        new Term("PLMN", "A mobile network: country code and network code."),
        new Term("RSRP", "Reference signal received power in dBm; not calibrated in a modem."),
        new Term("URC", "Unsolicited result code: a line the modem sends by itself."));
  }

  @Override
  public List<Term> about() {
    return List.of(
        new Term("Java", System.getProperty("java.version")),
        new Term("Data", data.root().toString()));
  }
}
