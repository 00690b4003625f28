import { defineTexts } from '../i18n.ts';

export const scannerTexts = defineTexts('scanner', {
  title: 'Scan with the camera',
  hint: 'Hold the code into the picture. It is read by itself.',
  camera: 'Camera',
  cameraOf: 'Camera {{number}}',
  torchOn: 'Turn the lamp on',
  torchOff: 'Turn the lamp off',
  starting: 'Starting the camera…',
  looking: 'Looking for a code…',
  read: 'Read {{code}}',
  'camera-denied': 'The camera may not be used.',
  'camera-denied-remedy': 'Allow the camera for the till in the system’s privacy settings, then try again.',
  'camera-missing': 'No camera was found.',
  'camera-missing-remedy': 'Plug one in and try again, or type the code into the search field.',
  'camera-busy': 'Another program is using the camera.',
  'camera-busy-remedy': 'Close the other program and try again.',
  'camera-insecure': 'The camera cannot be used over this address.',
  'camera-insecure-remedy': 'Browsers give the camera to the till’s own machine or to a secure address only.',
  'camera-failed': 'The camera did not start.',
  'camera-failed-remedy':
    'Unplug it, plug it in again and try again, or type the code into the search field.',
  'camera-kept': 'The cart is as it was.',
  doubtedTitle: 'Scan again: a part of the code was lost.',
  doubtedWhat:
    'Only {{code}} came whole; nothing was done with it. If this happens each time, teach the scanner under Settings, Scanner.',
  unusedTitle: 'Scanned {{code}}, but it is not used here.',
  unusedCovered: 'Close the dialog first, then scan again.',
  unusedPage: 'Go to the sell screen to add it to a cart.',
});
