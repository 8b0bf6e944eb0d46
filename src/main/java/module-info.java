/// Simwright: a console for people who make eSIM hardware work.
module simwright {
  requires static org.jspecify;
  requires org.slf4j;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.networknt.schema;
  requires com.fazecast.jSerialComm;
  requires info.picocli;
  requires java.net.http;
  requires java.sql;
  requires javafx.controls;
  requires javafx.fxml;
  requires org.controlsfx.controls;
  requires atlantafx.base;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;
  requires org.bouncycastle.provider;
  requires com.samskivert.jmustache;
}
