// The camera at the desk, where the browser reads QR codes: what it finds goes into the box of the code, as if typed.
// Without it, or without this file, a photograph is sent: the form below the box.
"use strict";

const PAUSE = 150; // milliseconds between two looks
const PATIENCE = 60000; // after which the camera is put out

async function reads() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return false;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code");
}

function found(text) {
  const box = document.getElementById("code");
  box.value = text;
  box.form.submit(); // not requestSubmit: the address of a badge is longer than what anybody types
}

async function look(video, detector, until) {
  if (!video.srcObject) return;
  const codes = await detector.detect(video).catch(() => []);
  if (codes.length === 1) {
    stop(video);
    found(codes[0].rawValue);
  } else if (Date.now() > until) {
    stop(video);
  } else {
    setTimeout(() => look(video, detector, until), PAUSE);
  }
}

function stop(video) {
  for (const track of video.srcObject?.getTracks() ?? []) track.stop();
  video.srcObject = null;
  video.hidden = true;
}

async function start(video, note) {
  if (video.srcObject) {
    stop(video);
    return;
  }
  note.textContent = "";
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    note.textContent = note.dataset.denied;
    return;
  }
  video.hidden = false;
  await video.play();
  await look(video, new BarcodeDetector({ formats: ["qr_code"] }), Date.now() + PATIENCE);
}

async function prepare() {
  const photo = document.getElementById("photo");
  photo.addEventListener("change", () => photo.files.length && photo.form.submit());
  if (!(await reads())) return;
  const scan = document.getElementById("scan");
  const video = scan.querySelector("video");
  const note = scan.querySelector("[data-denied]");
  scan.hidden = false;
  scan.querySelector("button").addEventListener("click", () => start(video, note));
  addEventListener("pagehide", () => stop(video));
}

prepare();
