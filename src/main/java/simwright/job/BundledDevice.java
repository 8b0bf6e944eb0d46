package simwright.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import simwright.at.command.Radio;
import simwright.device.Attachment;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Service;
import simwright.device.Snapshot;
import simwright.fault.FaultCode;
import simwright.link.LinkAddress;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.report.bundle.Bundle;
import simwright.report.bundle.BundleFile;

/// The device of a bundle as it was when that was made, read back from the bundle's snapshot. Its
/// port says that it is a bundle; identities are masked there and unknown here.
public final class BundledDevice {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MASKED = "masked in the bundle";

  private final Instant made;
  private final JsonNode root;

  private BundledDevice(Instant made, JsonNode root) {
    this.made = made;
    this.root = root;
  }

  /// Its transcripts, where there are any, lie in a folder.
  public static Attachment of(Bundle bundle, Path transcripts) {
    JsonNode root =
        bundle.files().stream()
            .filter(file -> file.name().equals("snapshot.json"))
            .findFirst()
            .map(BundleFile::text)
            .map(BundledDevice::parsed)
            .orElseGet(JSON::createObjectNode);
    Optional<String> transcript =
        bundle.files().stream()
            .map(BundleFile::name)
            .filter(name -> name.startsWith("transcripts/"))
            .findFirst()
            .map(name -> transcripts.resolve(name.substring(name.indexOf('/') + 1)).toString());
    return new Attachment(
        bundle.device(),
        port(bundle, root),
        Attachment.State.CONNECTED,
        Optional.empty(),
        Optional.of(root.path("hardwareProfile").asText()).filter(text -> !text.isEmpty()),
        transcript,
        new BundledDevice(bundle.made(), root).snapshot());
  }

  private static PortInfo port(Bundle bundle, JsonNode root) {
    return new PortInfo(
        new LinkAddress("bundle", bundle.device()),
        "BUNDLE",
        Optional.empty(),
        Optional.empty(),
        "",
        root.path("model").asText(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        PortRole.UNKNOWN,
        bundle.simulated());
  }

  private Snapshot snapshot() {
    return new Snapshot(
        made,
        text("manufacturer"),
        text("model"),
        text("revision"),
        Reading.notAsked(),
        masked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        masked(),
        masked(),
        masked(),
        Reading.notAsked(),
        Reading.notAsked(),
        text("operator"),
        read("signal", BundledDevice::radio),
        text("bands"),
        text("slice"),
        Reading.notAsked(),
        read("temperatureCelsius", JsonNode::asDouble),
        read("supplyVolts", JsonNode::asDouble),
        read("batteryPercent", JsonNode::asInt),
        text("clock"),
        Service.NOT_ASKED,
        rungs());
  }

  private <T> Reading<T> masked() {
    return new Reading.Unavailable<>(MASKED, Optional.empty(), made);
  }

  private Reading<String> text(String name) {
    return read(name, JsonNode::asText);
  }

  private <T> Reading<T> read(String name, Function<JsonNode, T> reader) {
    JsonNode value = root.path(name);
    return value.isMissingNode() || value.isNull()
        ? Reading.notAsked()
        : new Reading.Known<>(reader.apply(value), at(name));
  }

  private Instant at(String name) {
    try {
      return Instant.parse(root.path("readAt").path(name).asText());
    } catch (DateTimeException unknown) {
      return made;
    }
  }

  private static Radio radio(JsonNode node) {
    return new Radio(
        Optional.of(node.path("technology").asText("")).filter(text -> !text.isEmpty()),
        number(node, "rssiDbm"),
        number(node, "rsrpDbm"),
        number(node, "rsrqDb"),
        number(node, "sinrDb"),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Double> number(JsonNode node, String name) {
    return node.path(name).isNumber() ? Optional.of(node.path(name).asDouble()) : Optional.empty();
  }

  /// The rungs whose names this version knows.
  private List<Rung> rungs() {
    List<Rung> all = new ArrayList<>();
    for (JsonNode node : root.path("ladder")) {
      Optional<Rung.Step> step = named(Rung.Step.values(), node.path("step").asText());
      Optional<Rung.State> state = named(Rung.State.values(), node.path("state").asText());
      if (step.isPresent() && state.isPresent()) {
        all.add(
            new Rung(
                step.get(),
                state.get(),
                node.path("words").asText(),
                Optional.of(node.path("code").asText(""))
                    .filter(code -> code.matches("[^/]+/.+"))
                    .map(FaultCode::parse)));
      }
    }
    return List.copyOf(all);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return List.of(all).stream().filter(each -> each.name().equals(wanted)).findFirst();
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      return JSON.createObjectNode();
    }
  }
}
