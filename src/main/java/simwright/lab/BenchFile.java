package simwright.lab;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;

/// `bench.json`: what a served bench says of itself, written in one step when all is ready.
public final class BenchFile {
  /// Its name in the bench's folder.
  public static final String NAME = "bench.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchFile() {}

  /// Writes it so that a reader sees the old one or the new one.
  public static void write(Path folder, BenchDescription bench) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", bench.version());
    root.put("control", bench.control());
    ArrayNode devices = root.putArray("devices");
    for (BenchDescription.Device device : bench.devices()) {
      ObjectNode node = devices.addObject();
      node.put("id", device.id());
      node.put("path", device.link());
      node.put("terminal", device.terminal());
      node.put("hardwareProfile", device.hardwareProfile());
      node.put("seed", device.seed());
      node.put("faults", device.faults());
      node.put("plugged", device.plugged());
    }
    ArrayNode servers = root.putArray("servers");
    for (BenchDescription.Server server : bench.servers()) {
      ObjectNode node = servers.addObject();
      node.put("kind", server.kind());
      node.put("host", server.host());
      node.put("address", server.address());
      node.put("root", server.root());
    }
    ArrayNode orders = root.putArray("orders");
    for (BenchDescription.Order order : bench.orders()) {
      ObjectNode node = orders.addObject();
      node.put("profile", order.profile());
      node.put("iccid", order.iccid());
      node.put("code", order.code());
      node.put("confirmationCode", order.confirmationCode());
      node.put("device", order.device());
    }
    try {
      Path fresh = folder.resolve(NAME + ".new");
      JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), root);
      Files.move(
          fresh,
          folder.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "writing bench.json", folder.toString(), e.getMessage(), e);
    }
  }

  /// Reads the bench of a folder.
  public static BenchDescription read(Path folder) {
    try {
      return described(JSON.readTree(Files.readAllBytes(folder.resolve(NAME))));
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new Fault(
          LabCodes.NO_BENCH, "reading bench.json", folder.toString(), "there is none", e);
    } catch (JsonProcessingException e) {
      int line = Optional.ofNullable(e.getLocation()).map(JsonLocation::getLineNr).orElse(0);
      String why = line > 0 ? "it breaks off or is no JSON at line " + line : "it lists no devices";
      throw new Fault(LabCodes.DAMAGED, "reading bench.json", folder.toString(), why, e);
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "reading bench.json", folder.toString(), e.getMessage(), e);
    }
  }

  private static BenchDescription described(JsonNode root) throws JsonProcessingException {
    if (!root.path("devices").isArray() || !root.path("control").isTextual()) {
      throw new JsonMappingException(null, "it describes no bench");
    }
    List<BenchDescription.Device> devices = new ArrayList<>();
    for (JsonNode node : root.path("devices")) {
      devices.add(
          new BenchDescription.Device(
              node.path("id").asText(),
              node.path("path").asText(),
              node.path("terminal").asText(),
              node.path("hardwareProfile").asText(),
              node.path("seed").asLong(),
              node.path("faults").asText(),
              node.path("plugged").asBoolean()));
    }
    List<BenchDescription.Server> servers = new ArrayList<>();
    for (JsonNode node : root.path("servers")) {
      servers.add(
          new BenchDescription.Server(
              node.path("kind").asText(),
              node.path("host").asText(),
              node.path("address").asText(),
              node.path("root").asText()));
    }
    List<BenchDescription.Order> orders = new ArrayList<>();
    for (JsonNode node : root.path("orders")) {
      orders.add(
          new BenchDescription.Order(
              node.path("profile").asText(),
              node.path("iccid").asText(),
              node.path("code").asText(),
              node.path("confirmationCode").asText(),
              node.path("device").asText()));
    }
    return new BenchDescription(
        root.path("version").asInt(),
        root.path("control").asText(),
        List.copyOf(devices),
        List.copyOf(servers),
        List.copyOf(orders));
  }

  /// The device of a bench that a published link such as `B/ec25` leads to, when its folder has a
  /// bench.json that names it.
  public static Optional<BenchDescription.Device> find(Path link) {
    Path folder = link.toAbsolutePath().getParent();
    Path name = link.getFileName();
    if (folder == null || name == null || !Files.exists(folder.resolve(NAME))) {
      return Optional.empty();
    }
    return read(folder).devices().stream()
        .filter(device -> device.id().equals(name.toString()))
        .findFirst();
  }
}
