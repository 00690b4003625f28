export { checkPicture, mostPictureBytes, type CheckedPicture } from './check-picture.ts';
export { dropPicture, getPicture, writePicture } from './keep-picture.ts';
